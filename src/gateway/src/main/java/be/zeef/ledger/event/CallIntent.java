package be.zeef.ledger.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Written before a source is called. */
public sealed interface CallIntent extends Intent<CallOutcome> {

    @Override
    default Deed deed() {
        return Deed.CALL;
    }

    /**
     * A call about one person.
     *
     * @param service such as {@code RegistreerInschrijving-02.00}
     * @param referte the attempt's own reference; empty where a source knows none
     * @param subject pseudonym of whom it is about
     */
    record OfPerson(String service, String referte, String subject) implements CallIntent {

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
     */
    record OfEnding(String service, String referte, String subject) implements CallIntent {}

    /**
     * A question about a whole population: who has a measure of the welfare service.
     *
     * @param measures the agreement's codes, in ascending order
     * @param on the day that they must run on
     */
    record OfMeasures(String service, List<String> measures, LocalDate on) implements CallIntent {}

    /**
     * Taking in the files of granted birth allowances.
     *
     * @param month the last whose files are taken in
     * @param notAfter when it will have been given up, if nothing arrives
     */
    record OfAllowances(String source, YearMonth month, Instant notAfter) implements CallIntent {}
}
