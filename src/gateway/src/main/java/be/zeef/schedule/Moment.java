package be.zeef.schedule;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When an agreement runs by itself, once.
 *
 * @param day the day that the run is of, whenever it is done
 * @param at when it should begin
 */
public record Moment(LocalDate day, Instant at) {}
