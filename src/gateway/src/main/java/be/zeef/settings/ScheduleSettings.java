package be.zeef.settings;

import java.time.Duration;

/**
 * What agreements run by themselves.
 *
 * @param run whether this node runs anything by itself
 * @param lateAfter from when on a moment that did not begin is missed
 * @param attempts how often a run that fails is tried in all, at least 1
 * @param retryAfter how long after a failure it is tried again, or one that waits is gone on with
 * @param waitFor for how long a run may wait for an answer or a receipt before that is a failure
 * @param lookEvery how often a node looks for what is due
 * @param deadAfter how long a node that runs something may be silent before another takes it over
 * @param stopWithin how long a run may go on when its node is stopped; then it is interrupted, and gone on with later
 */
public record ScheduleSettings(
        boolean run,
        Duration lateAfter,
        int attempts,
        Duration retryAfter,
        Duration waitFor,
        Duration lookEvery,
        Duration deadAfter,
        Duration stopWithin) {

    public ScheduleSettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("schedule.attempts is less than 1");
        }
    }
}
