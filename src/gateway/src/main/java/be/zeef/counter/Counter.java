package be.zeef.counter;

import be.zeef.counter.door.Entrance;
import be.zeef.counter.token.TokenRefusals;
import be.zeef.counter.token.WhyNot;
import be.zeef.ledger.Ledger;
import be.zeef.route.Routes;
import be.zeef.security.Keys;
import be.zeef.settings.CounterSettings;
import be.zeef.settings.Settings;
import be.zeef.subject.DayRule;
import be.zeef.validation.Report;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The counter's API, wired once and listening until it is closed. */
public final class Counter implements AutoCloseable {

    private final CounterServer server;
    private final String host;

    private Counter(CounterServer server, String host) {
        this.server = server;
        this.host = host;
    }

    /**
     * What the API needs of the gateway.
     *
     * @param agreements the ids of all agreements
     * @param desks makes a desk for an agreement and a day
     * @param grants makes one where a yes is granted at once
     * @param claims makes one where claims are entered
     * @param standing says whether what was loaded may still be used
     * @param keyReport says what is wrong with the keys
     */
    public record Needs(
            Settings settings,
            Keys keys,
            Routes routes,
            Jdbi jdbi,
            List<String> agreements,
            DeskMaker desks,
            GrantDeskMaker grants,
            GrantDeskMaker.OfClaims claims,
            UnchangedAgreements standing,
            Supplier<Report> keyReport,
            Clock clock) {}

    /** Starts listening. */
    public static Counter start(Needs needs) {
        CounterSettings settings = needs.settings().counter();
        CounterTls tls = new CounterTls(needs.keys(), settings);
        Ledger ledger = new Ledger(needs.jdbi(), needs.clock());
        IssuerDocuments issuer = new IssuerDocuments(settings.oidc(), tls.towardIssuer());
        TokenRefusals refusals = new TokenRefusals(needs.clock());
        BearerTokens tokens = new BearerTokens(
                settings.oidc(),
                new IssuerKeys(settings.oidc(), issuer::keys, settings.atOnce(), needs.clock()),
                needs.clock(),
                refusals);
        DayRule days = new DayRule(needs.settings().profile(), needs.clock());
        Callers callers = new Callers(settings, tokens, refusals, needs.clock());
        return new Counter(
                CounterServer.start(
                        needs.settings(),
                        tls,
                        new Entrance(settings.connections(), needs.clock()),
                        needs.routes(),
                        Map.of(
                                "counterAdmission",
                                new CallerAdmission(
                                        callers,
                                        new RequestRate(settings.perMinute()),
                                        new DayBudget(needs.jdbi(), needs.clock(), settings.perDay()),
                                        needs.agreements(),
                                        ledger,
                                        new WhyNot(settings.oidc(), refusals)),
                                "counterQuestion",
                                new CounterQuestion(
                                        new CounterContract(needs.settings().home(), "Question", days),
                                        new DesksInUse(needs.desks(), needs.standing(), needs.clock()),
                                        new AnswerSteps(settings.answerSteps()),
                                        days),
                                "counterGrant",
                                new CounterGrant(
                                        new CounterContract(needs.settings().home(), "Grant", days),
                                        needs.grants(),
                                        needs.standing(),
                                        days),
                                "counterClaim",
                                new CounterClaim(
                                        new CounterContract(needs.settings().home(), "Claim", days),
                                        needs.claims(),
                                        needs.standing(),
                                        days),
                                "counterRefusal",
                                new Refusal(),
                                "counterHealth",
                                new Health(needs.jdbi(), needs.keyReport(), needs.standing(), needs.clock()))),
                settings.host());
    }

    /** Where it listens, such as {@code https://127.0.0.1:8443}. */
    public String url() {
        return "https://" + host + ":" + server.port();
    }

    /** Questions under way are answered first. */
    @Override
    public void close() {
        server.close();
    }
}
