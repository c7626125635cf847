package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.question.QuestionPlan;
import be.zeef.recipient.DeliveryHead;
import be.zeef.source.StatusAsked;
import be.zeef.sync.SyncPlan;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** What an agreement means for a run on a day. */
final class Plans {

    private Plans() {}

    /** @throws InvalidMessageException when the agreement is not in force on that day */
    static SyncPlan of(Agreement agreement, LocalDate on) {
        requireInForce(agreement, on);
        if (!agreement.isSynced()) {
            throw refused(agreement, Finding.fatal("agreement.not-synced", Location.WHOLE, agreement.id()));
        }
        LocalDate newYear = LocalDate.of(on.getYear(), 1, 1);
        List<StatusAsked> statuses = agreement.list().statuses().stream()
                .map(name -> new StatusAsked(name, newYear, agreement.list().postcodes(), OptionalInt.empty()))
                .toList();
        return new SyncPlan(
                agreement.id(),
                agreement.version(),
                agreement.list().operation(),
                statuses,
                Set.copyOf(agreement.measures()),
                agreement.rule().parameters(),
                SyncPlan.Identifier.valueOf(agreement.recipient().identifier().toUpperCase(Locale.ROOT)),
                DeliveryHead.Format.valueOf(agreement.recipient().format().toUpperCase(Locale.ROOT)),
                agreement.recipient().sender());
    }

    /** What an agreement means for a question about one person on a day. */
    static QuestionPlan question(Agreement agreement, LocalDate on) {
        requireInForce(agreement, on);
        if (!agreement.isAsked()) {
            throw refused(agreement, Finding.fatal("agreement.not-asked", Location.WHOLE, agreement.id()));
        }
        return new QuestionPlan(
                agreement.id(),
                agreement.version(),
                agreement.services().stream().map(Plans::service).toList(),
                Set.copyOf(agreement.measures()),
                agreement.rule().parameters(),
                agreement.until().map(until -> until.from(on)));
    }

    private static QuestionPlan.Service service(Agreement.ServiceAsked asked) {
        return new QuestionPlan.Service(
                asked.service(),
                asked.parameters(),
                asked.inputs().entrySet().stream()
                        .map(input -> new QuestionPlan.Input(
                                input.getKey(),
                                input.getValue().fact(),
                                input.getValue().is()))
                        .toList());
    }

    /** @throws InvalidMessageException when the agreement is not in force on that day */
    static void requireInForce(Agreement agreement, LocalDate on) {
        if (!agreement.validity().covers(on)) {
            throw refused(agreement, Finding.fatal("agreement.not-valid-on", Location.WHOLE, on.toString()));
        }
    }

    private static InvalidMessageException refused(Agreement agreement, Finding finding) {
        Findings findings = new Findings();
        findings.add(finding);
        return new InvalidMessageException(findings.report(agreement.id()));
    }
}
