package be.zeef.sandbox.delivery;

import be.zeef.security.PrivateFiles;
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
 * A recipient: looks for deliveries that are whole (their {@code .go} is there), opens each and answers it; a {@code .go}
 * put there again makes it look again. What it booked survives a restart, and a process killed at any moment.
 */
public final class FarEnd implements AutoCloseable {

    /** How much later a functional receipt comes under {@link DeliveryMisbehaviour#LATE}. */
    public static final Duration LATE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(FarEnd.class);

    private final String name;
    private final Path in;
    private final Opener opener;
    private final Answerer answerer;
    private final Duration resultDelay;
    private final Map<Path, FileTime> seen = new HashMap<>();
    private final DeliveryTrouble trouble = new DeliveryTrouble();
    private final AtomicLong answered = new AtomicLong();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(FarEnd::daemon);

    /**
     * @param folder holds {@code sftp/in}, {@code sftp/out} and {@code inbox}, the content of what was opened
     * @param resultDelay from the technical receipt to the functional one
     */
    public FarEnd(Path folder, Trust trust, RecipientOffice books, Duration resultDelay) throws IOException {
        this.name = books.series();
        this.in = PrivateFiles.folder(folder.resolve("sftp/in"));
        this.opener = new Opener(in, folder.resolve("inbox"), trust, books);
        Path out = PrivateFiles.folder(folder.resolve("sftp/out"));
        this.answerer = new Answerer(new ReceiptsPut(out, trust), books);
        this.resultDelay = resultDelay;
        worker.scheduleWithFixedDelay(this::look, 0, 50, TimeUnit.MILLISECONDS);
    }

    /**
     * Keys of a recipient.
     *
     * @param own opens deliveries and signs receipts
     * @param city the gateway's certificate that deliveries must be signed by
     * @param another a key of somebody else, for {@link DeliveryMisbehaviour#WRONG_SIGNER}
     */
    public record Trust(PrivateKeyEntry own, X509Certificate city, PrivateKeyEntry another) {}

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sandbox-recipient");
        thread.setDaemon(true);
        return thread;
    }

    public void misbehave(DeliveryMisbehaviour kind, int times) {
        trouble.add(kind, times);
    }

    /** Whether the next write over SFTP is to fail. */
    public boolean diskFull() {
        return trouble.due(DeliveryMisbehaviour.DISK_FULL);
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
            LOG.warn("the folder of {} cannot be read: {}", name, e.getClass().getSimpleName());
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

    private void answer(String delivery) throws IOException {
        Opened opened =
                trouble.due(DeliveryMisbehaviour.REFUSE_FILE) ? Opened.refused("FORMAT") : opener.open(delivery);
        ReceiptsPut.Manners manners = new ReceiptsPut.Manners(
                trouble.due(DeliveryMisbehaviour.UNSIGNED_RECEIPT),
                trouble.due(DeliveryMisbehaviour.WRONG_SIGNER),
                trouble.due(DeliveryMisbehaviour.RECEIPT_FOR_ANOTHER));
        if (!trouble.due(DeliveryMisbehaviour.NO_ACK)) {
            answerer.technical(delivery, opened, manners);
        }
        if (opened.accepted()) {
            boolean refuseLine = trouble.due(DeliveryMisbehaviour.REFUSE_LINE);
            boolean write = !trouble.due(DeliveryMisbehaviour.NO_RESULT);
            Duration wait = trouble.due(DeliveryMisbehaviour.LATE) ? resultDelay.plus(LATE) : resultDelay;
            worker.schedule(
                    () -> settle(delivery, opened.lines(), refuseLine, write, manners),
                    wait.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        answered.incrementAndGet();
    }

    private void settle(
            String delivery, List<Line> lines, boolean refuseLine, boolean write, ReceiptsPut.Manners manners) {
        try {
            answerer.functional(delivery, lines, refuseLine, write, manners);
        } catch (IOException e) {
            LOG.warn(
                    "{}: a receipt could not be written: {}", name, e.getClass().getSimpleName());
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
