package be.zeef.schedule;

import java.time.Instant;

/**
 * Nothing of an agreement runs by itself.
 *
 * @param clerk who paused it
 * @param reason in their words
 */
public record Pause(Instant since, String clerk, String reason) {}
