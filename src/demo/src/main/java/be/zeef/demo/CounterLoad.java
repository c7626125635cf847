package be.zeef.demo;

import be.zeef.sandbox.Sandbox;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Callers at the counter, each with a connection of its own, who ask about people of the synthetic city one question after
 * the other. Every person is asked about at most once in a run, so the source's time of a question is known by the person; the
 * first run about them inscribes them, and is not one to measure.
 */
final class CounterLoad {

    private static final Pattern INSZ = Pattern.compile("INSZ>(\\d{11})<");

    private final String url;
    private final SSLContext tls;
    private final List<String> people;
    private final Map<String, Duration> sources = new ConcurrentHashMap<>();

    CounterLoad(Sandbox sandbox, Settings settings, String url) throws IOException, GeneralSecurityException {
        this.url = url + "/api/v1/agreements/gent-uitpas/questions";
        this.tls = tls(SandboxKeys.in(sandbox.folder().resolve("keys"), Keys.in(settings.keys())));
        try (var lines = Files.lines(sandbox.folder().resolve("city/truth.csv"))) {
            this.people = lines.skip(1)
                    .map(line -> line.substring(0, line.indexOf(';')))
                    .filter(insz -> !insz.isEmpty())
                    .toList();
        }
        sandbox.soap().watch(this::answered);
    }

    /**
     * One question.
     *
     * @param source what the slowest of its sources took, by its own clock
     * @param all what the caller waited, from sending to the last byte
     */
    record Timing(String answer, Duration source, Duration all) {
        Duration added() {
            return all.minus(source);
        }
    }

    private static SSLContext tls(SandboxKeys keys) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys.store(SandboxKeys.DEMO_CALLER), keys.password());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(keys.store());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return tls;
    }

    private void answered(byte[] request, Duration took) {
        Matcher insz = INSZ.matcher(new String(request, StandardCharsets.UTF_8));
        if (insz.find()) {
            sources.merge(insz.group(1), took, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
    }

    /**
     * Asks until so many questions are answered, the time is over, or everybody has been asked about.
     *
     * @param callers how many ask at the same time
     * @param pause how long a caller waits on average between an answer and its next question
     */
    List<Timing> run(int callers, int questions, Duration pause, Duration longest)
            throws InterruptedException, ExecutionException {
        sources.clear();
        Queue<String> left = new ConcurrentLinkedQueue<>(people.subList(0, Math.min(questions, people.size())));
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long until = System.nanoTime() + longest.toNanos();
        try {
            Callable<List<Timing>> caller = () -> caller(left, pause, until);
            List<Timing> all = new ArrayList<>();
            for (Future<List<Timing>> done : threads.invokeAll(Collections.nCopies(callers, caller))) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Timing> caller(Queue<String> left, Duration pause, long until)
            throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().sslContext(tls).build();
        List<Timing> asked = new ArrayList<>();
        for (String insz = left.poll(); insz != null && System.nanoTime() < until; insz = left.poll()) {
            if (!pause.isZero()) {
                TimeUnit.NANOSECONDS.sleep(ThreadLocalRandom.current().nextLong(2 * pause.toNanos()));
            }
            asked.add(ask(http, insz));
        }
        return asked;
    }

    private Timing ask(HttpClient http, String insz) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .header("Zeef-Clerk", "bench")
                .POST(BodyPublishers.ofString("{\"insz\":\"" + insz + "\",\"on\":\"2026-07-16\"}"))
                .build();
        long began = System.nanoTime();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        Duration all = Duration.ofNanos(System.nanoTime() - began);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("the counter answered " + response.statusCode());
        }
        return new Timing(response.body().strip(), sources.getOrDefault(insz, Duration.ZERO), all);
    }
}
