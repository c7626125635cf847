package be.zeef.recipient.uitpas;

import be.zeef.recipient.Grant;
import be.zeef.recipient.Grant.Already;
import be.zeef.recipient.Grant.Failed;
import be.zeef.recipient.Grant.Granted;
import be.zeef.recipient.Grant.NotPossible;
import be.zeef.recipient.Grant.Refused;
import be.zeef.route.BackOff;
import be.zeef.subject.Insz;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One grant under way. It looks before it writes, and looks again after: a write of which nobody knows whether it was carried
 * out is never made again before a fresh look, and nothing is called granted that UiTPAS does not show.
 */
final class Granting {

    /** A passholder's id becomes part of a path. */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Uitpas uitpas;
    private final int cardSystem;
    private final Insz person;
    private final LocalDate until;
    private final String card;
    private final long deadline;
    /** Whether a write was sent whose end nobody knows. */
    private boolean mayHaveWritten;

    private String unsure = "";

    Granting(Uitpas uitpas, int cardSystem, Insz person, LocalDate until, String card, long deadline) {
        this.uitpas = uitpas;
        this.cardSystem = cardSystem;
        this.person = person;
        this.until = until;
        this.card = card;
        this.deadline = deadline;
    }

    Grant run(int attempts) {
        Optional<Grant> end = attempt();
        for (int failures = 1; end.isEmpty(); failures++) {
            if (failures == attempts || !BackOff.pause(failures, deadline)) {
                return new Failed(unsure);
            }
            end = attempt();
        }
        return end.get();
    }

    /** Empty when nobody knows whether a write was carried out. */
    private Optional<Grant> attempt() {
        UitpasReply pass = uitpas.pass(person, deadline);
        if (!pass.ok()) {
            return end(pass);
        }
        String holder = pass.body().path("passholderId").asText();
        if (!ID.matcher(holder).matches()) {
            return failed("MALFORMED");
        }
        if (pass.body().path("passType").asText().equals("GROUP")) {
            return notPossible("group-pass");
        }
        TariffStanding standing = TariffStanding.ofPass(pass.body(), cardSystem);
        if (standing.covers(until)) {
            return have(standing);
        }
        return switch (standing.status()) {
            case ACTIVE -> extend(holder);
            case UNREADABLE -> failed("MALFORMED");
            default -> preview(holder);
        };
    }

    private Optional<Grant> preview(String holder) {
        UitpasReply preview = uitpas.preview(holder, deadline);
        if (!preview.ok()) {
            return end(preview);
        }
        if (preview.body().path("addressChangeRequired").asBoolean()) {
            return notPossible("address-change-required");
        }
        return switch (preview.body().path("type").asText()) {
            case "NOT_POSSIBLE" -> extend(holder);
            case "NEW_MEMBERSHIP" -> join(holder, card);
            case "REPLACE_MEMBERSHIP" ->
                join(holder, card.isEmpty() ? kept(preview.body().path("replacedMembership")) : card);
            default -> failed("MALFORMED");
        };
    }

    /** Who has a physical card keeps it; empty when the pass has none. */
    private String kept(JsonNode replaced) {
        JsonNode current = replaced.path("currentCard");
        boolean ours = replaced.path("cardSystem").path("id").asInt(-1) == cardSystem;
        boolean physical = current.path("cardType").asText().equals("NFC_CARD");
        return ours && physical ? current.path("uitpasNumber").asText() : "";
    }

    private Optional<Grant> join(String holder, String onto) {
        return written(holder, uitpas.join(holder, until, onto, deadline));
    }

    /** There is a membership with the tariff: late enough, or to be extended. */
    private Optional<Grant> extend(String holder) {
        UitpasReply record = uitpas.passholder(holder, deadline);
        if (!record.ok()) {
            return end(record);
        }
        TariffStanding standing = TariffStanding.ofRecord(record.body(), cardSystem);
        if (standing.covers(until)) {
            return have(standing);
        }
        return switch (standing.status()) {
            case ACTIVE, EXPIRED ->
                written(holder, uitpas.replace(holder, PassholderRecord.extended(record.body(), until), deadline));
            case SUSPENDED -> notPossible("suspended");
            case BLOCKED -> notPossible("membership-blocked");
            default -> failed("CONTRADICTION");
        };
    }

    private Optional<Grant> written(String holder, UitpasReply write) {
        if (write.ending() == Ending.UNSURE) {
            mayHaveWritten = true;
            unsure = write.code();
            return Optional.empty();
        }
        if (!write.ok() && write.ending() != Ending.PERSON) {
            return end(write);
        }
        TariffStanding shown = shown(holder);
        if (write.ok()) {
            return shown.covers(until) ? Optional.of(new Granted(shown.until())) : failed("NOT_SEEN");
        }
        // refused, perhaps because somebody else was quicker
        return shown.covers(until) ? have(shown) : end(write);
    }

    /** What UiTPAS shows now; a yes must be seen to count. */
    private TariffStanding shown(String holder) {
        UitpasReply pass = uitpas.pass(person, deadline);
        TariffStanding standing = TariffStanding.ofPass(pass.body(), cardSystem);
        return pass.ok() && standing.status() == TariffStanding.Status.ELSEWHERE
                ? TariffStanding.ofRecord(uitpas.passholder(holder, deadline).body(), cardSystem)
                : standing;
    }

    private Optional<Grant> have(TariffStanding standing) {
        return Optional.of(mayHaveWritten ? new Granted(standing.until()) : new Already(standing.until()));
    }

    private static Optional<Grant> end(UitpasReply reply) {
        return switch (reply.ending()) {
            case PERSON -> notPossible(reply.code());
            case OURS -> Optional.of(new Refused(reply.code()));
            default -> failed(reply.code());
        };
    }

    private static Optional<Grant> notPossible(String code) {
        return Optional.of(new NotPossible(code));
    }

    private static Optional<Grant> failed(String code) {
        return Optional.of(new Failed(code));
    }
}
