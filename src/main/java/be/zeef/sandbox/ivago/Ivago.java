package be.zeef.sandbox.ivago;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks for deliveries that are whole (their {@code .go} is there), opens each and answers it; a {@code .go} put there
 * again makes it look again. What it credited survives a restart.
 */
public final class Ivago implements AutoCloseable {

    private final Path in;
    private final Opener opener;
    private final Answerer answerer;
    private final Map<Path, FileTime> seen = new ConcurrentHashMap<>();
    private final Map<IvagoMisbehaviour, Integer> misbehaviours = new EnumMap<>(IvagoMisbehaviour.class);
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Ivago::daemon);

    /**
     * @param folder holds {@code sftp/in}, {@code sftp/out}, {@code inbox} and {@code credits.csv}
     * @param own IVAGO's key: opens deliveries and signs receipts
     * @param city the gateway's certificate that deliveries must be signed by
     */
    public Ivago(Path folder, PrivateKeyEntry own, X509Certificate city, PrivateKeyEntry another) throws IOException {
        this.in = folder.resolve("sftp/in");
        this.opener = new Opener(in, folder.resolve("inbox"), own, city);
        this.answerer =
                new Answerer(folder.resolve("sftp/out"), new Credits(folder.resolve("credits.csv")), own, another);
        worker.scheduleWithFixedDelay(this::look, 50, 50, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sandbox-ivago");
        thread.setDaemon(true);
        return thread;
    }

    public synchronized void misbehave(IvagoMisbehaviour kind, int times) {
        misbehaviours.merge(kind, times, Integer::sum);
    }

    private synchronized boolean due(IvagoMisbehaviour kind) {
        int times = misbehaviours.getOrDefault(kind, 0);
        misbehaviours.put(kind, Math.max(0, times - 1));
        return times > 0;
    }

    private void look() {
        try (Stream<Path> files = Files.list(in)) {
            files.filter(file -> file.toString().endsWith(".go")).sorted().forEach(this::lookAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lookAt(Path go) {
        try {
            FileTime time = Files.getLastModifiedTime(go);
            if (time.equals(seen.put(go, time))) {
                return;
            }
            String name = go.getFileName().toString().replace(".go", "");
            Opener.Opened opened =
                    due(IvagoMisbehaviour.REFUSE_FILE) ? Opener.Opened.refused("FORMAT") : opener.open(name);
            boolean ack = !due(IvagoMisbehaviour.NO_ACK);
            boolean result = !due(IvagoMisbehaviour.NO_RESULT);
            boolean wrongSigner = due(IvagoMisbehaviour.WRONG_SIGNER);
            boolean refuseLine = due(IvagoMisbehaviour.REFUSE_LINE);
            answerer.answer(name, opened, new Answerer.Manners(ack, result, wrongSigner, refuseLine));
        } catch (IOException e) {
            seen.remove(go);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
