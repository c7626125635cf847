package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.claim.ClaimIntake;
import be.zeef.ledger.Ledger;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.intake.AllowanceIntake;
import be.zeef.payment.intake.Intake;
import be.zeef.payment.run.PaymentOffice;
import be.zeef.recipient.payment.PainAnswers;
import be.zeef.recipient.payment.PainComposer;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.groeipakket.GroeipakketLanguage;
import be.zeef.trust.TrustedPeople;
import java.nio.file.Path;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** What pays under each agreement: its run, and the desks where files are released and names seen. */
final class PaymentOffices {

    private final Settings settings;
    private final Keys keys;
    private final Clock clock;
    private final Jdbi jdbi;
    private final Ledger ledger;
    private final TrustedPeople people;
    private final Partners partners;
    private final Advisers advisers;

    PaymentOffices(
            Settings settings,
            Keys keys,
            Clock clock,
            Jdbi jdbi,
            Ledger ledger,
            TrustedPeople people,
            Partners partners,
            Advisers advisers) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.people = people;
        this.partners = partners;
        this.advisers = advisers;
    }

    PaymentOffice of(Agreement agreement) {
        Path mappings = settings.home().resolve("mappings");
        PainComposer composer = new PainComposer(mappings);
        return new PaymentOffice(
                agreement,
                settings,
                keys,
                PinnedReleasers.of(settings, people, agreement.id()),
                jdbi,
                ledger,
                clock,
                intake(agreement, mappings, composer),
                new PaymentOffice.Bank(composer, new PainAnswers(mappings), partners.bank()));
    }

    private Intake intake(Agreement agreement, Path mappings, PainComposer composer) {
        if (agreement.claims().isPresent()) {
            return new ClaimIntake(
                    agreement, settings.associationsOf(agreement.id()), new PaymentSecrets(keys, agreement.id()), jdbi);
        }
        return AllowanceIntake.of(
                agreement,
                PaymentOffice.terms(agreement),
                settings,
                keys,
                jdbi,
                ledger,
                clock,
                advisers.rule(agreement),
                composer,
                new AllowanceIntake.Vutg(
                        new GroeipakketLanguage(mappings, keys, settings.profile(), clock), partners.allowances()));
    }
}
