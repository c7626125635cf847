package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.delivery.FileHandover;
import be.zeef.delivery.Handover;
import be.zeef.delivery.Pack;
import be.zeef.delivery.Receipts;
import be.zeef.delivery.Send;
import be.zeef.delivery.TariffHandover;
import be.zeef.inscription.EndUnneeded;
import be.zeef.inscription.Inscribe;
import be.zeef.inscription.InscribeByFile;
import be.zeef.inscription.InscribeBySoap;
import be.zeef.recipient.Recipient;
import be.zeef.route.Mailbox;
import be.zeef.run.SyncRefusedException;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.Causes;
import be.zeef.source.inscription.InscriptionFileLanguage;
import be.zeef.source.ksz.KszListLanguage;
import be.zeef.source.kszsoap.KszQuestions;
import be.zeef.source.magda.MagdaInscriptions;
import be.zeef.sync.AskList;
import be.zeef.sync.AskOcmw;
import be.zeef.sync.AskPeople;
import be.zeef.sync.AskStatuses;
import be.zeef.sync.AskedForAll;
import be.zeef.sync.Decide;
import be.zeef.sync.ListGathering;
import java.nio.file.Path;
import java.time.Clock;

/** The steps of an agreement's sync, each with what it needs. */
final class SyncWiring {

    private final Settings settings;
    private final Keys keys;
    private final Clock clock;
    private final Partners partners;
    private final Advisers advisers;
    private final Causes causes;

    SyncWiring(Settings settings, Keys keys, Clock clock, Partners partners, Advisers advisers) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
        this.partners = partners;
        this.advisers = advisers;
        this.causes = Causes.read(mappings());
    }

    /** What a run that asks about everyone at once does up to its decisions. */
    ListGathering.Steps listSteps(Agreement agreement) {
        return new ListGathering.Steps(
                new Inscribe(bySoap(agreement), byFile(agreement), settings.magda()),
                new AskedForAll(askStatuses(agreement)),
                new AskOcmw(partners.ocmw()),
                decide(agreement));
    }

    Decide decide(Agreement agreement) {
        return new Decide(advisers.rule(agreement));
    }

    EndUnneeded endUnneeded(Agreement agreement) {
        return new EndUnneeded(bySoap(agreement));
    }

    private InscribeBySoap bySoap(Agreement agreement) {
        return new InscribeBySoap(new MagdaInscriptions(partners.magda(), settings, agreement.id()));
    }

    private InscribeByFile byFile(Agreement agreement) {
        return new InscribeByFile(
                new InscriptionFileLanguage(
                        mappings(), settings.magda().senderOf(agreement.id()), partners.exceptions(), clock),
                partners.inscriptions(),
                settings.magda().files());
    }

    private AskStatuses askStatuses(Agreement agreement) {
        if (agreement.list().isOnline()) {
            return new AskPeople(
                    () -> advisers.ksz(agreement.id()),
                    KszQuestions.SOCIAL_RIGHTS,
                    settings.magda().adviceWithin(),
                    causes);
        }
        return new AskList(
                new KszListLanguage(mappings()),
                partners.lists(),
                settings.magda().files(),
                partners.exceptions(),
                causes);
    }

    /** @throws SyncRefusedException when nothing can be handed over to the agreement's recipient */
    Handover handover(Agreement agreement) {
        String system = agreement.recipient().system();
        if (system.equals("uitpas")) {
            return new TariffHandover(partners.tariffs());
        }
        Recipients all = Recipients.in(settings.home().resolve("mappings"));
        Recipient recipient = all.named(system, settings, keys, clock)
                .orElseThrow(() -> new SyncRefusedException("Nothing can be delivered to " + system
                        + " in files. Name one of " + all.systems() + " as recipient.system of "
                        + agreement.id() + "."));
        Mailbox box = partners.recipient(recipient.system());
        Send send = new Send(box, clock);
        return new FileHandover(new Pack(recipient.packer()), send, new Receipts(recipient, box, send));
    }

    private Path mappings() {
        return settings.home().resolve("mappings");
    }
}
