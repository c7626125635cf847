package be.zeef.recipient.uitpas;

import be.zeef.recipient.Grant;
import be.zeef.recipient.SocialTariffs;
import be.zeef.recipient.Tariff;
import be.zeef.route.Routes;
import be.zeef.route.WebCalls;
import be.zeef.settings.Settings;
import be.zeef.subject.Insz;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Social tariffs at UiTPAS. One per process, since its token is shared. Thread-safe. */
public final class UitpasTariffs implements SocialTariffs {

    private static final Pattern CARD = Pattern.compile("\\d{13}");

    private final Settings.Uitpas settings;
    private final Uitpas uitpas;

    public UitpasTariffs(Routes routes, Settings settings, Clock clock) {
        this.settings = settings.uitpas();
        ClientTokens tokens = new ClientTokens(new WebCalls(routes, "uitpas-token"), this.settings, clock);
        Problems problems = Problems.read(settings.home().resolve("mappings"));
        UitpasCalls calls = new UitpasCalls(new WebCalls(routes, "uitpas"), tokens, problems, this.settings.attempts());
        this.uitpas = new Uitpas(calls, this.settings);
    }

    /** @throws IllegalArgumentException when the card is neither empty nor thirteen digits */
    @Override
    public Grant grant(Insz person, LocalDate until, String card) {
        if (!card.isEmpty() && !CARD.matcher(card).matches()) {
            throw new IllegalArgumentException("card: the number of a UiTPAS card has thirteen digits");
        }
        return new Granting(uitpas, settings.cardSystem(), person, until, card, deadline()).run(settings.attempts());
    }

    @Override
    public Tariff current(Insz person) {
        long deadline = deadline();
        UitpasReply pass = uitpas.pass(person, deadline);
        if (!pass.ok()) {
            return pass.code().equals("pass-not-found") ? new Tariff.None() : new Tariff.Unknown(pass.code());
        }
        TariffStanding standing = TariffStanding.ofPass(pass.body(), settings.cardSystem());
        return standing.status() == TariffStanding.Status.ELSEWHERE
                ? elsewhere(pass.body().path("passholderId").asText(), deadline)
                : tariff(standing);
    }

    /** The pass is another region's; the person may be a member of ours besides. */
    private Tariff elsewhere(String holder, long deadline) {
        if (!Granting.ID.matcher(holder).matches()) {
            return new Tariff.Unknown("MALFORMED");
        }
        UitpasReply record = uitpas.passholder(holder, deadline);
        return record.ok()
                ? tariff(TariffStanding.ofRecord(record.body(), settings.cardSystem()))
                : new Tariff.Unknown(record.code());
    }

    private static Tariff tariff(TariffStanding standing) {
        return switch (standing.status()) {
            case ACTIVE ->
                standing.until().equals(LocalDate.MIN)
                        ? new Tariff.Unknown("NO_END_DATE")
                        : new Tariff.Active(standing.until());
            case EXPIRED -> new Tariff.Expired();
            case NONE, ELSEWHERE -> new Tariff.None();
            case SUSPENDED -> new Tariff.Unknown("suspended");
            case BLOCKED -> new Tariff.Unknown("membership-blocked");
            case UNREADABLE -> new Tariff.Unknown("MALFORMED");
        };
    }

    @Override
    public List<String> missingPermissions() {
        UitpasReply reply = uitpas.permissions(deadline());
        if (!reply.ok()) {
            throw new IllegalStateException("UiTPAS does not say which permissions we have: " + reply.code()
                    + ". Check uitpas.url, uitpas.tokenUrl, uitpas.clientId and the password 'uitpas'.");
        }
        return Permissions.missing(reply.body(), settings.organizer());
    }

    private long deadline() {
        return System.nanoTime() + settings.within().toNanos();
    }
}
