package be.zeef.route.stamp;

import be.zeef.ledger.stamp.StampException;
import be.zeef.ledger.stamp.Stamper;
import be.zeef.security.stamp.StampQuestion;
import be.zeef.security.stamp.StampRefusedException;
import be.zeef.security.stamp.StampTrust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/** Asks an authority over HTTP or HTTPS. Its answer is read within a size and a time for all of it, and believed only as {@link StampTrust} says. */
public final class HttpStamper implements Stamper {

    /** A token with a chain of certificates has some ten thousand bytes. */
    private static final int LARGEST = 60_000;

    private static final int OK = 200;
    private static final String ANSWER = "application/timestamp-reply";

    private final URI url;
    private final StampTrust trust;
    private final Duration within;
    private final Clock clock;
    private final HttpClient client;

    /**
     * @param tls whose servers are trusted; empty for those that the machine trusts
     * @param within how long an answer may take in all
     */
    public HttpStamper(URI url, StampTrust trust, Optional<SSLContext> tls, Duration within, Clock clock) {
        this.url = url;
        this.trust = trust;
        this.within = within;
        this.clock = clock;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(within)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        tls.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    @Override
    public byte[] stamp(byte[] content) throws StampException, IOException {
        StampQuestion question = trust.question(content);
        try {
            return trust.token(answer(question.encoded()), question, content, clock);
        } catch (StampRefusedException e) {
            throw new StampException(e.reason().name(), e);
        }
    }

    private byte[] answer(byte[] question) throws StampException, IOException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(within)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", ANSWER)
                .POST(BodyPublishers.ofByteArray(question))
                .build();
        Bounded body = new Bounded();
        HttpResponse<Void> response = sent(client.sendAsync(request, BodyHandlers.ofByteArrayConsumer(body::add)));
        if (response.statusCode() != OK) {
            throw new StampException("HTTP " + response.statusCode(), null);
        }
        if (body.tooLarge) {
            throw new StampException("TOO_LARGE", null);
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(ANSWER)) {
            throw new StampException("GARBAGE", null);
        }
        return body.all.toByteArray();
    }

    private <T> T sent(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the authority is not reached", e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("the authority is too slow", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Keeps no more than may come; what is more is let go until the time is over. */
    private static final class Bounded {

        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private volatile boolean tooLarge;

        private void add(Optional<byte[]> part) {
            byte[] bytes = part.orElse(new byte[0]);
            if (all.size() + bytes.length > LARGEST) {
                tooLarge = true;
            } else {
                all.writeBytes(bytes);
            }
        }
    }
}
