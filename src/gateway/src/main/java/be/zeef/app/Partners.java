package be.zeef.app;

import be.zeef.recipient.SocialTariffs;
import be.zeef.recipient.uitpas.UitpasTariffs;
import be.zeef.route.Mailbox;
import be.zeef.route.Routes;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.Exceptions;
import be.zeef.source.advice.RemoteAdvice;
import be.zeef.source.kszsoap.KszCalls;
import be.zeef.source.magda.MagdaCalls;
import be.zeef.source.ocmw.JdbcOcmwRegister;
import java.time.Clock;

/** Everybody outside, as this gateway reaches them: over the routes, or by a connection of their own. */
final class Partners implements AutoCloseable {

    private final Settings settings;
    private final Clock clock;
    private final RouteBeans beans;
    private final Routes routes;
    private final Exceptions exceptions;
    private final MagdaCalls magda;
    private final KszCalls ksz;
    private final RemoteAdvice advice;
    private final JdbcOcmwRegister ocmw;
    private final SocialTariffs tariffs;

    Partners(Settings settings, Keys keys, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.beans = new RouteBeans(settings);
        this.routes = Routes.start(settings, beans.named(keys, clock));
        this.exceptions = Exceptions.magda(settings.home().resolve("mappings"));
        this.magda = freshMagda();
        this.ksz = new KszCalls(routes, settings, clock);
        this.advice = new RemoteAdvice(routes, settings);
        this.ocmw = new JdbcOcmwRegister(settings.ocmw(), settings.profile());
        this.tariffs = new UitpasTariffs(routes, settings, clock);
    }

    MagdaCalls magda() {
        return magda;
    }

    /** The same without a past: full pace, every circuit closed. */
    MagdaCalls freshMagda() {
        return new MagdaCalls(routes, settings, exceptions, clock);
    }

    /** What MAGDA's exceptions mean. */
    Exceptions exceptions() {
        return exceptions;
    }

    KszCalls ksz() {
        return ksz;
    }

    /** Automatisch Advies where it decides itself. */
    RemoteAdvice advice() {
        return advice;
    }

    JdbcOcmwRegister ocmw() {
        return ocmw;
    }

    /** Where UiTPAS grants. */
    SocialTariffs tariffs() {
        return tariffs;
    }

    /** Where MAGDA's questions for lists go and their answers come from. */
    Mailbox lists() {
        return beans.lists().in(routes);
    }

    Mailbox inscriptions() {
        return beans.inscriptions().in(routes);
    }

    Mailbox allowances() {
        return beans.allowances().in(routes);
    }

    Mailbox bank() {
        return beans.bank().in(routes);
    }

    /** @param system a recipient that is sent files */
    Mailbox recipient(String system) {
        return beans.recipient(system).in(routes);
    }

    /** For whoever answers over them: the counter's API. */
    Routes routes() {
        return routes;
    }

    @Override
    public void close() {
        try (routes;
                ocmw) {
            // both are closed, also when one fails
        }
    }
}
