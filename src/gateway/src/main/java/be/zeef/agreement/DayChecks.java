package be.zeef.agreement;

import be.zeef.agreement.Agreement.Validity;
import be.zeef.agreement.Benefit.Until;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * Days of a year that an agreement names: each is in the calendar of every year, and what ends on one does not end before it
 * begins. Whatever day it is asked for, there is such a day.
 */
final class DayChecks {

    private final ServiceChecks.Teller teller;

    DayChecks(ServiceChecks.Teller teller) {
        this.teller = teller;
    }

    void check(JsonNode tree) {
        JsonNode dates = tree.at("/schedule/dates");
        for (int i = 0; i < dates.size(); i++) {
            String[] parts = dates.get(i).asText().split("-");
            isOfEveryYear(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]), "/schedule/dates/" + i);
        }
        JsonNode flags = tree.path("flags");
        for (int i = 0; i < flags.size(); i++) {
            JsonNode until = flags.get(i).path("until");
            if (until.isObject()) {
                check(BenefitReader.until(until), tree, "/flags/" + i + "/until");
            }
        }
    }

    private void check(Until until, JsonNode tree, String pointer) {
        if (isOfEveryYear(until.day(), until.month(), pointer + "/day")) {
            Optional<LocalDate> late = validity(tree).flatMap(days -> endedBefore(until, days));
            teller.tell(
                    late.isEmpty(),
                    "agreement.ends-before",
                    pointer + "/yearsOn",
                    late.map(LocalDate::toString).orElse(""),
                    late.map(until::from).map(LocalDate::toString).orElse(""));
        }
    }

    private boolean isOfEveryYear(int day, int month, String pointer) {
        boolean good = day <= Month.of(month).minLength();
        teller.tell(good, "agreement.no-such-day", pointer, Integer.toString(day), Integer.toString(month));
        return good;
    }

    private static Optional<Validity> validity(JsonNode tree) {
        return AgreementReader.day(tree, "/validity/from")
                .flatMap(from -> AgreementReader.day(tree, "/validity/until").map(last -> new Validity(from, last)));
    }

    /** A day on which the agreement is in force and what it grants would have ended. */
    private static Optional<LocalDate> endedBefore(Until until, Validity days) {
        if (until.yearsOn() > 0) {
            return Optional.empty();
        }
        LocalDate after = until.from(days.from()).plusDays(1);
        LocalDate first = after.isAfter(days.from()) ? after : days.from();
        return days.covers(first) && until.from(first).isBefore(first) ? Optional.of(first) : Optional.empty();
    }
}
