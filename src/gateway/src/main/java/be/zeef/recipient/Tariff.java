package be.zeef.recipient;

import java.time.LocalDate;

/** The social tariff that a person has at the recipient. */
public sealed interface Tariff {

    /** It may be used. The end may lie in the past: the recipient gives days of grace. */
    record Active(LocalDate until) implements Tariff {}

    /** There was one. */
    record Expired() implements Tariff {}

    /** There never was one, or the person has no pass. */
    record None() implements Tariff {}

    /** It could not be learnt: a failure, or a pass that the recipient does not answer for. */
    record Unknown(String code) implements Tariff {}
}
