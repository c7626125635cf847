package be.zeef.dossier;

import be.zeef.claim.ClaimsOfPerson;
import be.zeef.grant.GrantsOfPerson;
import be.zeef.inscription.InscriptionsOfPerson;
import be.zeef.payment.PaymentsOfPerson;
import be.zeef.subject.Vault;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Something that stands of a person when it is entered that nothing may go on, and that no machine undoes: people have to see to it
 * (GDPR 18, 19 and 21). Immutable.
 *
 * @param under the agreement, or the benefit of it
 * @param details what is told of it, in its order
 */
public record LeftToPeople(Errand errand, String under, Map<Detail, String> details) {

    public LeftToPeople {
        EnumMap<Detail, String> copy = new EnumMap<>(Detail.class);
        copy.putAll(details);
        details = Collections.unmodifiableMap(copy);
    }

    /** What there is to do. */
    public enum Errand {
        /** A grant in no delivery: it is held back. */
        GRANT_HELD,
        /** A grant that its recipient was told of, or is being told of. */
        GRANT_TOLD,
        /** A grant of a household in which the person stood. */
        HOUSEHOLD,
        CLAIM,
        /** A payment in no file: it is held back. */
        PAYMENT_HELD,
        /** A payment in a file for the bank. */
        PAYMENT_IN_FILE,
        /** Finance pays it by other means, or people look into it. */
        PAYMENT_BY_PEOPLE,
        /** A source may tell of the person. */
        INSCRIPTION
    }

    /** Claims of which somebody decides or pays yet. */
    private static final Set<String> OPEN_CLAIMS = Set.of("GRANTED", "UNDETERMINED");

    /**
     * @param numbers pseudonyms of all of the person's numbers under the agreements that it is about
     * @param vault by what a grant stands under, the vault of its agreement
     */
    static List<LeftToPeople> of(Handle handle, Collection<String> numbers, Function<String, Vault> vault) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<ClaimsOfPerson.Standing> claims = ClaimsOfPerson.of(handle, numbers);
        Set<String> payments = new TreeSet<>(numbers);
        claims.forEach(claim -> payments.add(claim.id()));
        return Stream.of(
                        GrantsOfPerson.held(handle, numbers, vault).stream().flatMap(grant -> of(grant).stream()),
                        GrantsOfPerson.member(handle, numbers).stream()
                                .map(member -> new LeftToPeople(
                                        Errand.HOUSEHOLD,
                                        member.benefit(),
                                        Map.of(Detail.YEAR, Integer.toString(member.year())))),
                        claims.stream()
                                .filter(claim -> OPEN_CLAIMS.contains(claim.state()))
                                .map(LeftToPeople::of),
                        PaymentsOfPerson.transfers(handle, payments).stream().flatMap(payment -> of(payment).stream()),
                        InscriptionsOfPerson.of(handle, numbers).stream()
                                .map(inscribed -> new LeftToPeople(
                                        Errand.INSCRIPTION,
                                        inscribed.agreement(),
                                        Map.of(Detail.FROM, inscribed.since().toString()))))
                .flatMap(Function.identity())
                .toList();
    }

    private static Optional<LeftToPeople> of(GrantsOfPerson.Held grant) {
        Map<Detail, String> details = Map.of(
                Detail.VALUE,
                grant.value(),
                Detail.FROM,
                grant.from().toString(),
                Detail.UNTIL,
                grant.until().toString(),
                Detail.DELIVERY,
                grant.delivery().orElse(""));
        return switch (grant.standing()) {
            case "OPEN" -> Optional.of(new LeftToPeople(Errand.GRANT_HELD, grant.benefit(), details));
            case "CLOSED" -> Optional.empty();
            default -> Optional.of(new LeftToPeople(Errand.GRANT_TOLD, grant.benefit(), details));
        };
    }

    private static LeftToPeople of(ClaimsOfPerson.Standing claim) {
        return new LeftToPeople(
                Errand.CLAIM,
                claim.agreement(),
                Map.of(Detail.REFERENCE, claim.reference(), Detail.AMOUNT, Rows.euro(claim.granted())));
    }

    private static Optional<LeftToPeople> of(PaymentsOfPerson.Transfer payment) {
        Map<Detail, String> details = Map.of(
                Detail.AMOUNT,
                Rows.euro(payment.cents()),
                Detail.DELIVERY,
                payment.file().orElse(""));
        return Optional.ofNullable(
                        switch (payment.state()) {
                            case "OPEN", "REJECTED" -> Errand.PAYMENT_HELD;
                            case "IN_FILE" -> Errand.PAYMENT_IN_FILE;
                            case "OTHER_MEANS", "DOUBTFUL" -> Errand.PAYMENT_BY_PEOPLE;
                            default -> null;
                        })
                .map(errand -> new LeftToPeople(errand, payment.agreement(), details));
    }

    @Override
    public String toString() {
        return "LeftToPeople[" + errand + "]";
    }
}
