package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.claim.ClaimDesk;
import be.zeef.grant.GrantDesk;
import be.zeef.ledger.Ledger;
import be.zeef.payment.PaymentSecrets;
import be.zeef.plan.Plans;
import be.zeef.question.QuestionDesk;
import be.zeef.question.QuestionPlan;
import be.zeef.recipient.SocialTariffs;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.subject.DayRule;
import be.zeef.subject.PeopleAtRest;
import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** Where somebody asks about one person, and is granted what was answered, under each agreement. */
public final class Desks {

    private final Settings settings;
    private final Clock clock;
    private final DayRule days;
    private final AdmittedAgreements admission;
    private final Advisers advisers;
    private final SocialTariffs tariffs;
    private final Jdbi jdbi;
    private final Keys keys;
    private final Ledger ledger;

    Desks(
            Settings settings,
            Clock clock,
            DayRule days,
            AdmittedAgreements admission,
            Advisers advisers,
            SocialTariffs tariffs,
            Jdbi jdbi,
            Keys keys,
            Ledger ledger) {
        this.settings = settings;
        this.clock = clock;
        this.days = days;
        this.admission = admission;
        this.advisers = advisers;
        this.tariffs = tariffs;
        this.jdbi = jdbi;
        this.keys = keys;
        this.ledger = ledger;
    }

    /**
     * Where questions about one person are asked under this agreement, for a day.
     *
     * @throws be.zeef.validation.InvalidMessageException when the agreement may not be used, or nobody be asked about for this day
     */
    public QuestionDesk question(Agreement agreement, LocalDate on) {
        days.require(on, agreement.id());
        QuestionPlan plan = Plans.question(agreement, on);
        admission.require(agreement);
        return new QuestionDesk(plan, advisers.forCounter(agreement), ledger, new PeopleAtRest(keys, agreement.id()));
    }

    /**
     * Where claims are entered under this agreement.
     *
     * @throws be.zeef.validation.InvalidMessageException when the agreement may not be used, or nothing be claimed under it or on this day
     */
    public ClaimDesk claims(Agreement agreement, LocalDate on) {
        ClaimDesk.requireClaims(agreement);
        days.requireForGrant(on, agreement.id());
        Plans.requireInForce(agreement, on);
        admission.require(agreement);
        return new ClaimDesk(
                agreement,
                settings.associationsOf(agreement.id()),
                asked -> question(agreement, asked),
                jdbi,
                ledger,
                new PeopleAtRest(keys, agreement.id()),
                new PaymentSecrets(keys, agreement.id()),
                clock);
    }

    /**
     * Where social tariffs are granted under this agreement, for a day.
     *
     * @throws be.zeef.validation.InvalidMessageException when the agreement may not be used, or nothing be granted on this day
     */
    public GrantDesk grant(Agreement agreement, LocalDate on) {
        days.requireForGrant(on, agreement.id());
        return new GrantDesk(Plans.granting(agreement, on), question(agreement, on), tariffs, jdbi, keys, ledger);
    }
}
