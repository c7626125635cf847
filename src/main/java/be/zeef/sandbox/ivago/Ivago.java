package be.zeef.sandbox.ivago;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for deliveries that are whole (their {@code .go} is there), opens each and answers it; a {@code .go} put there
 * again makes it look again. What it credited survives a restart, and a process killed at any moment.
 */
public final class Ivago implements AutoCloseable {

    /** How much later a functional receipt comes under {@link IvagoMisbehaviour#LATE}. */
    public static final Duration LATE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Ivago.class);

    private final Path in;
    private final Opener opener;
    private final Answerer answerer;
    private final Duration resultDelay;
    private final Map<Path, FileTime> seen = new HashMap<>();
    private final IvagoTrouble trouble = new IvagoTrouble();
    private final AtomicLong answered = new AtomicLong();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Ivago::daemon);

    /**
     * @param folder holds {@code sftp/in}, {@code sftp/out}, {@code inbox} and {@code credits.csv}
     * @param own IVAGO's key: opens deliveries and signs receipts
     * @param city the gateway's certificate that deliveries must be signed by
     * @param another a key of somebody else, for {@link IvagoMisbehaviour#WRONG_SIGNER}
     * @param resultDelay from the technical receipt to the functional one
     */
    public Ivago(
            Path folder,
            PrivateKeyEntry own,
            X509Certificate city,
            PrivateKeyEntry another,
            HouseholdDirectory households,
            Duration resultDelay)
            throws IOException {
        this.in = Files.createDirectories(folder.resolve("sftp/in"));
        this.opener = new Opener(in, folder.resolve("inbox"), own, city);
        Receipts receipts = new Receipts(Files.createDirectories(folder.resolve("sftp/out")), own, another);
        this.answerer = new Answerer(receipts, new Credits(folder.resolve("credits.csv")), households);
        this.resultDelay = resultDelay;
        worker.scheduleWithFixedDelay(this::look, 0, 50, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sandbox-ivago");
        thread.setDaemon(true);
        return thread;
    }

    public void misbehave(IvagoMisbehaviour kind, int times) {
        trouble.add(kind, times);
    }

    /** Whether the next write over SFTP is to fail. */
    public boolean diskFull() {
        return trouble.due(IvagoMisbehaviour.DISK_FULL);
    }

    /** How many deliveries were looked at, the same one again counted again. */
    public long answered() {
        return answered.get();
    }

    private void look() {
        try (Stream<Path> files = Files.list(in)) {
            List<Path> whole = files.filter(file -> file.toString().endsWith(".go"))
                    .sorted()
                    .toList();
            seen.keySet().retainAll(whole);
            whole.forEach(this::lookAt);
        } catch (IOException e) {
            LOG.warn("IVAGO's folder cannot be read: {}", e.getClass().getSimpleName());
        }
    }

    private void lookAt(Path go) {
        try {
            FileTime time = Files.getLastModifiedTime(go);
            if (!time.equals(seen.put(go, time))) {
                String file = go.getFileName().toString();
                answer(file.substring(0, file.length() - ".go".length()));
            }
        } catch (IOException e) {
            seen.remove(go); // tried again at the next look
        }
    }

    private void answer(String name) throws IOException {
        Opener.Opened opened =
                trouble.due(IvagoMisbehaviour.REFUSE_FILE) ? Opener.Opened.refused("FORMAT") : opener.open(name);
        Receipts.Manners manners = new Receipts.Manners(
                trouble.due(IvagoMisbehaviour.UNSIGNED_RECEIPT),
                trouble.due(IvagoMisbehaviour.WRONG_SIGNER),
                trouble.due(IvagoMisbehaviour.RECEIPT_FOR_ANOTHER));
        if (!trouble.due(IvagoMisbehaviour.NO_ACK)) {
            answerer.technical(name, opened, manners);
        }
        if (opened.accepted()) {
            boolean refuseLine = trouble.due(IvagoMisbehaviour.REFUSE_LINE);
            boolean write = !trouble.due(IvagoMisbehaviour.NO_RESULT);
            Duration wait = trouble.due(IvagoMisbehaviour.LATE) ? resultDelay.plus(LATE) : resultDelay;
            worker.schedule(
                    () -> settle(name, opened.lines(), refuseLine, write, manners),
                    wait.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        answered.incrementAndGet();
    }

    private void settle(
            String name, List<Opener.Line> lines, boolean refuseLine, boolean write, Receipts.Manners manners) {
        try {
            answerer.functional(name, lines, refuseLine, write, manners);
        } catch (IOException e) {
            LOG.warn("IVAGO could not write a receipt: {}", e.getClass().getSimpleName());
        }
    }

    /** Stops at once; a delivery in the middle of being answered is answered again at the next start. */
    @Override
    public void close() {
        worker.shutdownNow();
        try {
            worker.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
