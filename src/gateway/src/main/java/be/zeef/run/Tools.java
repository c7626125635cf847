package be.zeef.run;

import be.zeef.delivery.Handover;
import be.zeef.ledger.Ledger;
import be.zeef.route.Mailbox;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.sieve.Rule;
import be.zeef.source.Causes;
import be.zeef.source.Exceptions;
import be.zeef.source.InscriptionLanguage;
import be.zeef.source.InscriptionService;
import be.zeef.source.ListLanguage;
import be.zeef.source.OcmwRegister;
import be.zeef.source.PersonSource;
import java.time.Clock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** What a run works with; wired once per process. */
public record Tools(
        Settings settings,
        Keys keys,
        Jdbi jdbi,
        Ledger ledger,
        Clock clock,
        Sources sources,
        Rule rule,
        Handover handover) {

    /**
     * The sources and their mailboxes.
     *
     * @param causes under which cause an answer that says nothing is counted
     * @param online answers the list's question about one person at once; asked for only where an agreement says so
     * @param onlineService what it calls that question
     */
    public record Sources(
            InscriptionService inscriptions,
            InscriptionLanguage inscriptionFiles,
            Mailbox inscriptionBox,
            ListLanguage lists,
            Mailbox listBox,
            OcmwRegister ocmw,
            Exceptions exceptions,
            Causes causes,
            Supplier<PersonSource> online,
            String onlineService) {}
}
