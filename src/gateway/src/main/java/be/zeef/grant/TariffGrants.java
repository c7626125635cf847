package be.zeef.grant;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.DeliveryIntent;
import be.zeef.ledger.event.DeliveryOutcome;
import be.zeef.objection.Objections;
import be.zeef.plan.SyncPlan;
import be.zeef.recipient.Grant;
import be.zeef.recipient.SocialTariffs;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.wire.WireKey;
import be.zeef.wire.WireTap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grants social tariffs one by one at a recipient that is called, each with its intent in the ledger before and its
 * outcome after. A grant whose end nobody knows stays in no delivery, and the next run looks again: granting twice does no
 * harm. Thread-safe.
 */
public final class TariffGrants {

    private static final Logger LOG = LoggerFactory.getLogger(TariffGrants.class);

    /** What the ledger calls the recipient. */
    private static final String CALLED = "uitpas";

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final String agreement;
    private final String version;
    private final PeopleAtRest people;
    private final SocialTariffs tariffs;

    /**
     * @param plan whose agreement and version the ledger names
     * @param people how its people stand in our tables
     */
    public TariffGrants(Jdbi jdbi, Ledger ledger, SyncPlan plan, PeopleAtRest people, SocialTariffs tariffs) {
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.agreement = plan.agreement();
        this.version = plan.version();
        this.people = people;
        this.tariffs = tariffs;
    }

    /** A grant to hand over: the sealed person, and the row it stands in. */
    public record Row(
            String subject,
            @ColumnName("grant_year") int year,
            @ColumnName("vault") byte[] person,
            @ColumnName("until_day") LocalDate until) {}

    /** Grants that ended on a day before anybody knew them to be granted. */
    public record Ended(@ColumnName("until_day") LocalDate until, long grants) {}

    /** How many are held back because somebody objected. */
    public long held() {
        return jdbi.withHandle(handle -> HeldGrants.count(handle, agreement, Objections.of(handle, people)));
    }

    /**
     * Those of any period that have not ended on this day and that no delivery holds, or that the recipient wanted something
     * done for first: by person, what ends last before what it covers.
     */
    public List<Row> open(LocalDate on) {
        return jdbi.withHandle(handle -> Grants.openTariffs(handle, agreement, on, Objections.of(handle, people)));
    }

    /** Those that no delivery holds and that end before this day: a tariff of which no day is left is not asked for any more. */
    public List<Ended> ended(LocalDate on) {
        return jdbi.withHandle(handle -> Grants.endedTariffs(handle, agreement, on));
    }

    /**
     * Hands one over and stores how that ended.
     *
     * @param card a new card for the person; empty for none
     * @throws be.zeef.ledger.ObjectedException when the person objected since; the recipient was not called then
     * @param syncId the run, or {@link GrantWriter#NO_RUN}
     */
    public Grant hand(String subject, int year, Insz person, LocalDate until, String card, long syncId) {
        return new Deeds(ledger, agreement, syncId)
                .around(new DeliveryIntent.OfTariff(version, CALLED, subject, until), () -> {
                    try (WireTap tap = WireTap.open()) {
                        Grant grant = granted(person, until, card);
                        String result = grant.isOpen() ? "FAILED" : result(grant);
                        return Deeds.End.of(
                                        grant,
                                        new DeliveryOutcome.OfTariff(
                                                result, code(grant), tap.seen(new WireKey(people))))
                                .storing(handle -> store(handle, subject, year, grant));
                    }
                });
    }

    /** What breaks in the gateway over one grant leaves that one open and stops no other. */
    private Grant granted(Insz person, LocalDate until, String card) {
        try {
            return tariffs.grant(person, until, card);
        } catch (RuntimeException e) {
            // its text may quote the recipient's answer
            LOG.error("a grant could not be handled: {}", e.getClass().getName());
            return new Grant.Failed("DEFECT");
        }
    }

    private void store(Handle handle, String subject, int year, Grant grant) {
        Optional<String> result = grant.isOpen() ? Optional.empty() : Optional.of(result(grant));
        Grants.called(handle, agreement, subject, year, result, code(grant));
    }

    private static String result(Grant grant) {
        if (grant instanceof Grant.Granted) {
            return "ACCEPTED";
        }
        return grant instanceof Grant.Already ? "ALREADY_GRANTED" : "REFUSED";
    }

    /** The recipient's code, cut to what the table holds. */
    public static String code(Grant grant) {
        String code = "";
        if (grant instanceof Grant.NotPossible notPossible) {
            code = notPossible.code();
        } else if (grant instanceof Grant.Failed failed) {
            code = failed.code();
        } else if (grant instanceof Grant.Refused refused) {
            code = refused.code();
        }
        return code.length() > 40 ? code.substring(0, 40) : code;
    }
}
