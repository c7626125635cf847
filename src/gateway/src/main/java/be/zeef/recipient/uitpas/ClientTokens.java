package be.zeef.recipient.uitpas;

import be.zeef.recipient.uitpas.Access.Denied;
import be.zeef.recipient.uitpas.Access.Token;
import be.zeef.route.WebCall;
import be.zeef.route.WebCalls;
import be.zeef.route.WebReply;
import be.zeef.route.WebReply.Answered;
import be.zeef.route.WebReply.Lost;
import be.zeef.settings.Settings;
import be.zeef.wire.WireTap;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * The client access token (OAuth 2.0 client credentials, RFC 6749 §4.4), asked for once and used until a minute, or a tenth
 * of its life if that is less, before it ends. One thread asks; the others wait for what it gets. Thread-safe.
 */
final class ClientTokens {

    private static final Duration EARLY = Duration.ofMinutes(1);

    /** A token that says to live longer says nothing that can be believed. */
    private static final Duration LONGEST = Duration.ofDays(366);

    /** What may stand in a header (RFC 6750 §2.1). */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebCalls calls;
    private final Settings.Uitpas settings;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Kept kept = new Kept(new Token(""), Instant.MIN);

    /** @param until when another one must be asked for */
    private record Kept(Token token, Instant until) {}

    ClientTokens(WebCalls calls, Settings.Uitpas settings, Clock clock) {
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    /** The token to use now. */
    Access current(long until) {
        Kept now = kept;
        return clock.instant().isBefore(now.until()) ? now.token() : another(now.token(), until);
    }

    /** Another token than this one, which was refused or ended; somebody else may have got it already. */
    Access another(Token than, long until) {
        try {
            if (!asking.tryLock(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return new Denied(UitpasReply.failed(Ending.PASSES, "TOKEN_TIMEOUT"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Denied(UitpasReply.failed(Ending.PASSES, "STOPPED"));
        }
        try {
            Kept now = kept;
            return now.token() == than ? ask(until) : now.token();
        } finally {
            asking.unlock();
        }
    }

    private Access ask(long until) {
        if (!calls.turn(until)) {
            return new Denied(UitpasReply.failed(Ending.PASSES, "TOKEN_TOO_LATE"));
        }
        WebReply reply = WireTap.aside(() -> calls.call(WebCall.form("grant_type=client_credentials&client_id="
                + encoded(settings.clientId()) + "&client_secret=" + encoded(settings.clientSecret()))));
        if (reply instanceof Lost lost) {
            boolean ours = Ending.of(lost) == Ending.OURS;
            return new Denied(UitpasReply.failed(ours ? Ending.OURS : Ending.PASSES, "TOKEN_" + lost.code()));
        }
        Answered answer = (Answered) reply;
        if (answer.isEmpty()) {
            return new Denied(UitpasReply.failed(Ending.PASSES, "TOKEN_EMPTY"));
        }
        if (answer.status() != 200) {
            boolean passes = answer.status() / 100 == 3 || answer.status() == 429 || answer.status() >= 500;
            return new Denied(UitpasReply.failed(
                    passes ? Ending.PASSES : Ending.OURS, passes ? "TOKEN_HTTP_" + answer.status() : "TOKEN_REFUSED"));
        }
        return keep(answer);
    }

    private Access keep(Answered answer) {
        try {
            JsonNode body = JSON.readTree(answer.body());
            String value = body.path("access_token").asText();
            Duration life = Duration.ofSeconds(body.path("expires_in").asLong(-1));
            if (!BEARER.matcher(value).matches()
                    || life.isNegative()
                    || life.compareTo(LONGEST) > 0
                    || !body.path("token_type").asText().equalsIgnoreCase("bearer")) {
                return new Denied(UitpasReply.failed(Ending.PASSES, "TOKEN_MALFORMED"));
            }
            Duration tenth = life.dividedBy(10);
            Token token = new Token(value);
            kept = new Kept(token, clock.instant().plus(life).minus(tenth.compareTo(EARLY) < 0 ? tenth : EARLY));
            return token;
        } catch (IOException e) {
            return new Denied(UitpasReply.failed(Ending.PASSES, "TOKEN_MALFORMED"));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
