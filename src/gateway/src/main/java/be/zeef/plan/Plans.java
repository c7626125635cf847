package be.zeef.plan;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.SubjectKind;
import be.zeef.agreement.Benefit;
import be.zeef.packing.DeliveryHead;
import be.zeef.question.QuestionPlan;
import be.zeef.source.StatusAsked;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an agreement means for a run or a question on a day. */
public final class Plans {

    private Plans() {}

    /** @throws InvalidMessageException when the agreement is not in force on that day */
    public static SyncPlan of(Agreement agreement, LocalDate on) {
        requireInForce(agreement, on);
        if (!agreement.isSynced()) {
            throw refused(agreement, Finding.fatal("agreement.not-synced", Location.WHOLE, agreement.id()));
        }
        return new SyncPlan(
                agreement.id(),
                agreement.benefit().id(),
                agreement.version(),
                agreement.isListed() ? Optional.of(list(agreement, on)) : Optional.empty(),
                measures(agreement, on),
                agreement.rule().parameters(),
                granted(agreement, on),
                delivered(agreement));
    }

    /**
     * What a clerk may grant on a day.
     *
     * @throws InvalidMessageException when the agreement does not let clerks grant, or is not in force
     */
    public static SyncPlan ofClerk(Agreement agreement, LocalDate on) {
        SyncPlan plan = of(agreement, on);
        if (!agreement.grants().byHand()) {
            throw refused(agreement, Finding.fatal("agreement.not-by-hand", Location.path("/grants"), agreement.id()));
        }
        return plan;
    }

    private static SyncPlan.ListPart list(Agreement agreement, LocalDate on) {
        List<StatusAsked> statuses = agreement.list().statuses().stream()
                .flatMap(status -> status.names().stream()
                        .map(name -> new StatusAsked(
                                name,
                                agreement.day(status.on(), on),
                                agreement.list().postcodes(),
                                agreement.list().maximumAge())))
                .toList();
        return new SyncPlan.ListPart(
                agreement.list().operation(),
                statuses,
                agreement.list().statuses().stream()
                        .map(status -> new SyncPlan.StatusInput(status.input(), status.names(), status.all()))
                        .toList(),
                agreement.subject() == SubjectKind.HOUSEHOLD,
                agreement.list().isOnline());
    }

    private static SyncPlan.Measures measures(Agreement agreement, LocalDate on) {
        return new SyncPlan.Measures(
                Set.copyOf(agreement.measures().codes()),
                agreement.day(agreement.measures().on(), on));
    }

    private static SyncPlan.Granted granted(Agreement agreement, LocalDate on) {
        Benefit.Grants grants = agreement.grants();
        GrantPeriod period =
                switch (grants.period()) {
                    case CALENDAR_YEAR -> GrantPeriod.calendarYear(on);
                    case SCHOOL_YEAR -> GrantPeriod.schoolYear(on);
                    case NEXT_SCHOOL_YEAR -> GrantPeriod.nextSchoolYear(on);
                    case ONCE -> GrantPeriod.once(on);
                    case UNTIL ->
                        GrantPeriod.until(on, agreement.until().orElseThrow().from(on));
                };
        FirstDays firstDays = new FirstDays(period, grants.from(), on);
        return agreement.flags().entrySet().stream()
                .filter(flag -> !flag.getValue().isEmpty())
                .findFirst()
                .map(flag -> new SyncPlan.Granted(
                        period,
                        firstDays,
                        flag.getKey(),
                        flag.getValue().keySet(),
                        grants.improves(),
                        grants.ofMembers(),
                        grants.eligibleOnly()))
                .orElseGet(() -> new SyncPlan.Granted(
                        period, firstDays, "", Set.of(), List.of(), grants.ofMembers(), grants.eligibleOnly()));
    }

    /** A recipient that is called instead of sent files to is told by number: there the form of a file means nothing. */
    private static SyncPlan.Delivered delivered(Agreement agreement) {
        Benefit.RecipientServed recipient = agreement.recipient();
        return new SyncPlan.Delivered(
                recipient.identifier().equals("none")
                        ? SyncPlan.Identifier.INSZ
                        : SyncPlan.Identifier.valueOf(
                                recipient.identifier().toUpperCase(Locale.ROOT).replace('-', '_')),
                recipient.format().equals("xml") ? DeliveryHead.Format.XML : DeliveryHead.Format.CSV,
                recipient.sender(),
                recipient.columns(),
                recipient.padding());
    }

    /**
     * What may be granted on a yes at the counter on a day.
     *
     * @throws InvalidMessageException when the agreement's recipient is not one that grants at once
     */
    public static SyncPlan granting(Agreement agreement, LocalDate on) {
        if (!agreement.recipient().system().equals("uitpas")) {
            throw refused(
                    agreement, Finding.fatal("agreement.not-granted-at-once", Location.path("/recipient/system")));
        }
        return of(agreement, on);
    }

    /** What an agreement means for a question about one person on a day. */
    public static QuestionPlan question(Agreement agreement, LocalDate on) {
        requireInForce(agreement, on);
        if (!agreement.isAsked()) {
            throw refused(agreement, Finding.fatal("agreement.not-asked", Location.WHOLE, agreement.id()));
        }
        return new QuestionPlan(agreement.id(), agreement.version(), until(agreement, on));
    }

    /** A yes holds until the agreement's day, or as long as what is granted on it. */
    private static Optional<LocalDate> until(Agreement agreement, LocalDate on) {
        return Optional.of(agreement.until().map(until -> until.from(on)).orElseGet(() -> granted(agreement, on)
                .period()
                .until()));
    }

    /** @throws InvalidMessageException when the agreement is not in force on that day */
    public static void requireInForce(Agreement agreement, LocalDate on) {
        if (!agreement.validity().covers(on)) {
            LocalDate last = agreement.validity().until();
            throw refused(
                    agreement,
                    on.isAfter(last)
                            ? Finding.fatal(
                                    "agreement.ended", Location.WHOLE, on.toString(), agreement.id(), last.toString())
                            : Finding.fatal("agreement.not-valid-on", Location.WHOLE, on.toString()));
        }
    }

    private static InvalidMessageException refused(Agreement agreement, Finding finding) {
        return InvalidMessageException.of(agreement.id(), finding);
    }
}
