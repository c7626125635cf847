package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.ledger.Ledger;
import be.zeef.recipient.Grant;
import be.zeef.recipient.SocialTariffs;
import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Grants social tariffs one by one at a recipient that is called, each with its intent in the ledger before and its
 * outcome after. A grant whose end nobody knows stays in no delivery, and the next run looks again: granting twice does no
 * harm. Thread-safe.
 */
final class TariffGrants {

    /** What stands in a grant's delivery once it was handed over by a call. */
    private static final String CALLED = "uitpas";

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final String agreement;
    private final String version;
    private final SocialTariffs tariffs;

    /** @param plan whose agreement and version the ledger names */
    TariffGrants(Jdbi jdbi, Ledger ledger, SyncPlan plan, SocialTariffs tariffs) {
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.agreement = plan.agreement();
        this.version = plan.version();
        this.tariffs = tariffs;
    }

    /** A grant to hand over: the sealed person, and the row it stands in. */
    record Row(String subject, int year, byte[] person, LocalDate until) {}

    /** Those that no delivery holds, in a fixed order. */
    List<Row> open(int year) {
        return jdbi.withHandle(handle -> handle.createQuery("select subject, grant_year, vault, until_day from benefit"
                        + " where agreement = :agreement and grant_year = :year and delivery = '' order by subject")
                .bind("agreement", agreement)
                .bind("year", year)
                .map((row, context) ->
                        new Row(row.getString(1), row.getInt(2), row.getBytes(3), row.getObject(4, LocalDate.class)))
                .list());
    }

    /**
     * Hands one over and stores how that ended.
     *
     * @param card a new card for the person; empty for none
     * @param syncId the run; 0 for a clerk's
     */
    Grant hand(String subject, int year, Insz person, LocalDate until, String card, long syncId) {
        long intent = ledger.append(
                EntryKind.DELIVERY_INTENT,
                agreement,
                syncId,
                Map.of("version", version, "recipient", CALLED, "subject", subject, "until", until.toString()));
        Grant grant = tariffs.grant(person, until, card);
        jdbi.useTransaction(handle -> {
            boolean known = !(grant instanceof Grant.Failed);
            handle.createUpdate("update benefit set delivery = :delivery, result = :result, code = :code"
                            + " where agreement = :agreement and grant_year = :year and subject = :subject")
                    .bind("delivery", known ? CALLED : "")
                    .bind("result", known ? result(grant) : "")
                    .bind("code", code(grant))
                    .bind("agreement", agreement)
                    .bind("year", year)
                    .bind("subject", subject)
                    .execute();
            ledger.append(
                    handle,
                    EntryKind.DELIVERY_OUTCOME,
                    agreement,
                    syncId,
                    Map.of("intent", intent, "code", known ? result(grant) : "FAILED", "why", code(grant)));
        });
        return grant;
    }

    private static String result(Grant grant) {
        if (grant instanceof Grant.Granted) {
            return "ACCEPTED";
        }
        return grant instanceof Grant.Already ? "ALREADY_GRANTED" : "REFUSED";
    }

    /** The recipient's code, cut to what the table holds. */
    static String code(Grant grant) {
        String code = grant instanceof Grant.NotPossible notPossible
                ? notPossible.code()
                : grant instanceof Grant.Failed failed ? failed.code() : "";
        return code.length() > 40 ? code.substring(0, 40) : code;
    }
}
