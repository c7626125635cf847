package be.zeef.dossier;

import be.zeef.ledger.Recorded;
import be.zeef.ledger.event.Deed;
import be.zeef.ledger.event.EntryKind;
import java.time.Instant;
import java.util.Optional;

/** What one entry of the ledger, which names a person, tells of that person. */
final class Telling {

    private final Recorded entry;

    Telling(Recorded entry) {
        this.entry = entry;
    }

    /** @return empty when an entry of this kind tells of no deed */
    Optional<Happening> of(EntryKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case ENTRIES_SHOWN -> by(Kind.LOOKED_UP);
                    case ASKED -> by(Kind.QUESTION).with(Detail.DAY, entry.text("on"));
                    case CALL_INTENT ->
                        of(Kind.CALL)
                                .with(Detail.SERVICE, entry.text("service"))
                                .with(Detail.REFERENCE, entry.text("referte"));
                    case CLAIM_INTENT -> claim();
                    case DELIVERY_INTENT ->
                        of(Kind.DELIVERY)
                                .with(Detail.RECIPIENT, entry.text("recipient"))
                                .with(Detail.UNTIL, entry.text("until"));
                    case GRANTED_BY_HAND ->
                        by(Kind.GRANTED_BY_HAND)
                                .with(Detail.FROM, entry.text("from"))
                                .with(Detail.UNTIL, entry.text("until"))
                                .with(Detail.OUTCOME, entry.text("result"));
                    case GRANTS_CLOSED ->
                        by(Kind.CLAIM_WITHDRAWN)
                                .with(Detail.YEAR, entry.text("year"))
                                .with(Detail.REFERENCE, entry.text("reference"))
                                .with(Detail.AMOUNT, euro("cents"));
                    case OBJECTION_ENTERED -> objection(Kind.OBJECTION);
                    case OBJECTION_WITHDRAWN -> objection(Kind.OBJECTION_WITHDRAWN);
                    default -> null;
                });
    }

    /** The same thing, of which this entry tells how it ended. */
    Happening ended(Happening begun, Deed deed) {
        String ending = entry.text(deed.code()).isEmpty() ? entry.text("ending") : entry.text(deed.code());
        Happening ended = begun.with(Detail.OUTCOME, ending);
        return switch (deed) {
            case CLAIM -> ended.with(Detail.GRANTED, euro("granted"));
            case DELIVERY -> ended.with(Detail.CAUSE, entry.text("why"));
            default -> ended;
        };
    }

    private Happening of(Kind kind) {
        return Happening.of(kind, entry.agreement()).at(Instant.parse(entry.at()));
    }

    private Happening by(Kind kind) {
        return of(kind).with(Detail.WHO, entry.text("clerk")).with(Detail.REASON, entry.text("reason"));
    }

    private Happening objection(Kind kind) {
        return by(kind).with(Detail.RIGHT, entry.text("objection")).with(Detail.SCOPE, entry.text("scope"));
    }

    private Happening claim() {
        return by(Kind.CLAIM)
                .with(Detail.DAY, entry.text("on"))
                .with(Detail.YEAR, entry.text("year"))
                .with(Detail.AMOUNT, euro("cents"))
                .with(Detail.ASSOCIATION, entry.text("association"))
                .with(Detail.REFERENCE, entry.text("reference"));
    }

    private String euro(String field) {
        return entry.body().has(field) ? Rows.euro(entry.body().path(field).asLong()) : "";
    }
}
