package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Written before a source is called. */
public sealed interface CallIntent extends Intent<CallOutcome> {

    @Override
    default Deed deed() {
        return Deed.CALL;
    }

    /**
     * What a source is asked, and under what. Entries from before it was kept have none of it.
     *
     * @param version of the agreement, its digest; empty where none asks
     * @param facts that the agreement asks for, by name, sorted: all else of the answer is dropped as it is read
     * @param parameters by name what the question has beside the person, such as the names of statuses
     */
    @JsonInclude(Include.NON_EMPTY)
    record Asked(String version, List<String> facts, Map<String, List<String>> parameters) {

        public static final Asked NOTHING = new Asked("", List.of(), Map.of());

        public Asked {
            facts = facts.stream().sorted().toList();
            parameters = Map.copyOf(parameters);
        }

        public static Asked under(String version) {
            return new Asked(version, List.of(), Map.of());
        }
    }

    /**
     * A call about one person.
     *
     * @param service such as {@code RegistreerInschrijving-02.00}
     * @param referte the attempt's own reference; empty where a source knows none
     * @param subject pseudonym of whom it is about
     * @param asked what, and under what
     */
    record OfPerson(
            String service,
            String referte,
            String subject,
            @JsonUnwrapped Asked asked) implements CallIntent {

        public OfPerson(String service, String referte, String subject) {
            this(service, referte, subject, Asked.NOTHING);
        }

        @Override
        public Optional<String> goesOnAbout() {
            return Optional.of(subject);
        }
    }

    /**
     * A call that ends what was begun about one person, who may have objected: an inscription.
     *
     * @param service such as {@code RegistreerUitschrijving-02.00}
     * @param referte as of {@link OfPerson}
     * @param subject pseudonym of whom it is about
     * @param asked under what
     */
    record OfEnding(
            String service,
            String referte,
            String subject,
            @JsonUnwrapped Asked asked) implements CallIntent {

        public OfEnding(String service, String referte, String subject) {
            this(service, referte, subject, Asked.NOTHING);
        }
    }

    /**
     * A question about a whole population: who has a measure of the welfare service.
     *
     * @param measures the agreement's codes, in ascending order
     * @param on the day that they must run on
     * @param version of the agreement, its digest
     */
    record OfMeasures(
            String service,
            List<String> measures,
            LocalDate on,
            @JsonInclude(Include.NON_EMPTY) String version) implements CallIntent {

        public OfMeasures(String service, List<String> measures, LocalDate on) {
            this(service, measures, on, "");
        }
    }

    /**
     * Taking in the files of granted birth allowances.
     *
     * @param month the last whose files are taken in
     * @param notAfter when it will have been given up, if nothing arrives
     * @param version of the agreement, its digest
     */
    record OfAllowances(
            String source,
            YearMonth month,
            Instant notAfter,
            @JsonInclude(Include.NON_EMPTY) String version) implements CallIntent {

        public OfAllowances(String source, YearMonth month, Instant notAfter) {
            this(source, month, notAfter, "");
        }
    }
}
