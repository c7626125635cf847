package be.zeef.ledger.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Written before something is handed over. */
public sealed interface DeliveryIntent extends Intent<DeliveryOutcome> {

    @Override
    default Deed deed() {
        return Deed.DELIVERY;
    }

    /**
     * A packed delivery of grants.
     *
     * @param delivery its name
     * @param lines one per grant
     */
    record OfGrants(String delivery, long lines) implements DeliveryIntent {}

    /**
     * One grant, by a call of its recipient.
     *
     * @param version of the agreement, its digest
     * @param subject pseudonym of whom it is for
     * @param until the grant's last day
     */
    record OfTariff(String version, String recipient, String subject, LocalDate until) implements DeliveryIntent {

        @Override
        public Optional<String> goesOnAbout() {
            return Optional.of(subject);
        }
    }

    /**
     * A file for the bank.
     *
     * @param delivery its name
     * @param payments transfers in it
     * @param cents euro cents, all of them together
     * @param digest of the file
     * @param releases fingerprints of the certificates of those who released it, the first one first
     */
    record OfPayments(String delivery, int payments, long cents, String digest, List<String> releases)
            implements DeliveryIntent {}
}
