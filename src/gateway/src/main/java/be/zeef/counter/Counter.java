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
    public record Wiring(
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
    public static Counter start(Wiring wiring) {
        CounterSettings settings = wiring.settings().counter();
        CounterTls tls = new CounterTls(wiring.keys(), settings);
        Ledger ledger = new Ledger(wiring.jdbi(), wiring.clock());
        IssuerDocuments issuer = new IssuerDocuments(settings.oidc(), tls.towardIssuer());
        TokenRefusals refusals = new TokenRefusals(wiring.clock());
        BearerTokens tokens = new BearerTokens(
                settings.oidc(),
                new IssuerKeys(settings.oidc(), issuer::keys, settings.atOnce(), wiring.clock()),
                wiring.clock(),
                refusals);
        DayRule days = new DayRule(wiring.settings().profile(), wiring.clock());
        Callers callers = new Callers(settings, tokens, refusals, wiring.clock());
        return new Counter(
                CounterServer.start(
                        wiring.settings(),
                        tls,
                        new Entrance(settings.connections(), wiring.clock()),
                        wiring.routes(),
                        Map.of(
                                "counterAdmission",
                                new CallerAdmission(
                                        callers,
                                        new RequestRate(settings.perMinute()),
                                        new DayBudget(wiring.jdbi(), wiring.clock(), settings.perDay()),
                                        wiring.agreements(),
                                        ledger,
                                        new WhyNot(settings.oidc(), refusals)),
                                "counterQuestion",
                                new CounterQuestion(
                                        new CounterContract(wiring.settings().home(), "Question", days),
                                        new DesksInUse(wiring.desks(), wiring.standing(), wiring.clock()),
                                        new AnswerSteps(settings.answerSteps()),
                                        days),
                                "counterGrant",
                                new CounterGrant(
                                        new CounterContract(wiring.settings().home(), "Grant", days),
                                        wiring.grants(),
                                        wiring.standing(),
                                        days),
                                "counterClaim",
                                new CounterClaim(
                                        new CounterContract(wiring.settings().home(), "Claim", days),
                                        wiring.claims(),
                                        wiring.standing(),
                                        days),
                                "counterRefusal",
                                new CounterRefusal(),
                                "counterHealth",
                                new Health(wiring.jdbi(), wiring.keyReport(), wiring.standing(), wiring.clock()))),
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
