package be.zeef.sandbox.bank;

import be.zeef.sandbox.bank.Instruction.Payment;
import be.zeef.security.PrivateFiles;
import be.zeef.subject.Today;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for payment files, works on each once (a message that it has seen is refused as a duplicate, DU01), pays, and answers per
 * payment. Accounts whose ten digits end in 99 are closed: AC04. What it paid survives a restart.
 */
public final class Bank implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bank.class);

    private final Path in;
    private final Path out;
    private final Path inbox;
    private final Path paid;
    private final Map<BankMisbehaviour, Integer> trouble = new EnumMap<>(BankMisbehaviour.class);
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Bank::daemon);
    private long answers = Today.wallClock().millis();

    /** @param folder holds {@code sftp/in}, {@code sftp/out}, {@code inbox} and {@code paid.csv} */
    public Bank(Path folder) throws IOException {
        this.in = PrivateFiles.folder(folder.resolve("sftp/in"));
        this.out = PrivateFiles.folder(folder.resolve("sftp/out"));
        this.inbox = PrivateFiles.folder(folder.resolve("inbox"));
        this.paid = folder.resolve("paid.csv");
        worker.scheduleWithFixedDelay(this::look, 0, 50, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sandbox-bank");
        thread.setDaemon(true);
        return thread;
    }

    public void misbehave(BankMisbehaviour kind, int times) {
        synchronized (trouble) {
            trouble.merge(kind, times, Integer::sum);
        }
    }

    private boolean due(BankMisbehaviour kind) {
        synchronized (trouble) {
            int times = trouble.getOrDefault(kind, 0);
            trouble.put(kind, Math.max(0, times - 1));
            return times > 0;
        }
    }

    /** Whether the next write over SFTP is to fail. */
    public boolean diskFull() {
        return due(BankMisbehaviour.DISK_FULL);
    }

    /** Every payment it made: end-to-end id, cents and account, between semicolons. */
    public List<String> paid() throws IOException {
        return Files.exists(paid) ? Files.readAllLines(paid) : List.of();
    }

    private void look() {
        try (Stream<Path> files = Files.list(in)) {
            for (Path file : files.filter(each -> each.getFileName().toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                workOn(file);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("the bank cannot work on a file: {}", e.getClass().getSimpleName());
        }
    }

    private void workOn(Path file) throws IOException {
        Instruction instruction = InstructionReader.read(Files.readAllBytes(file));
        Path kept = inbox.resolve(instruction.message().replaceAll("[^A-Za-z0-9-]", "_") + ".xml");
        BankAnswer answer = answer(instruction, Files.exists(kept));
        if (!Files.exists(kept)) {
            Files.copy(file, kept);
        }
        reply(instruction, answer);
        Files.delete(file);
    }

    private BankAnswer answer(Instruction instruction, boolean seen) throws IOException {
        String refusal = seen ? "DU01" : due(BankMisbehaviour.REFUSE_FILE) ? "FF01" : instruction.refusal();
        if (!refusal.isEmpty()) {
            return BankAnswer.of(instruction, "RJCT " + refusal, Map.of());
        }
        Optional<BankAnswer> undone = undone(instruction);
        if (undone.isPresent()) {
            return undone.get();
        }
        boolean refuseOne = due(BankMisbehaviour.REFUSE_PAYMENT);
        boolean close = due(BankMisbehaviour.CHECKED_THEN_REFUSED);
        boolean unnamed = due(BankMisbehaviour.REFUSE_UNNAMED);
        Map<String, String> each = new LinkedHashMap<>();
        for (Payment payment : instruction.payments()) {
            boolean first = each.isEmpty();
            boolean closed = payment.iban().startsWith("99", 12) || (first && (close || unnamed));
            boolean wrong = (first && refuseOne) || !InstructionReader.isAccount(payment.iban());
            each.put(payment.id(), closed ? "RJCT AC04" : wrong ? "RJCT AC01" : "ACSC");
            if (!closed && !wrong) {
                pay(payment);
            }
        }
        if (unnamed) {
            return BankAnswer.of(instruction, "PART", Map.of("NOTPROVIDED", "RJCT AC04"))
                    .withBatch("ACCP");
        }
        if (close) {
            write(BankAnswer.of(instruction, "ACCP", Map.of()), version(instruction, false));
        }
        boolean all = each.values().stream().allMatch("ACSC"::equals);
        return BankAnswer.of(instruction, all ? "ACSC" : "PART", each);
    }

    /** The answer to a file that the bank does nothing with. */
    private Optional<BankAnswer> undone(Instruction instruction) {
        if (due(BankMisbehaviour.REFUSE_EACH)) {
            Map<String, String> each = new LinkedHashMap<>();
            instruction.payments().forEach(payment -> each.put(payment.id(), "RJCT AM04"));
            return Optional.of(BankAnswer.of(instruction, "RJCT AM04", each).withBatch("RJCT"));
        }
        if (due(BankMisbehaviour.REFUSE_AS_DUPLICATE)) {
            return Optional.of(BankAnswer.of(instruction, "RJCT AM05 NARR", Map.of()));
        }
        if (due(BankMisbehaviour.REFUSE_BATCH_AS_DUPLICATE)) {
            return Optional.of(BankAnswer.of(instruction, "RJCT DU01", Map.of()).withBatch("RJCT MS03"));
        }
        if (due(BankMisbehaviour.REFUSE_IN_OWN_WORDS)) {
            return Optional.of(BankAnswer.of(instruction, "RJCT own", Map.of()));
        }
        return due(BankMisbehaviour.CANCELLED)
                ? Optional.of(BankAnswer.of(instruction, "CANC", Map.of()))
                : Optional.empty();
    }

    private void pay(Payment payment) throws IOException {
        PrivateFiles.writeString(
                paid,
                payment.id() + ";" + payment.cents() + ";" + payment.iban() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private String version(Instruction instruction, boolean old) {
        if (old || instruction.definition().endsWith("03")) {
            return "03";
        }
        return due(BankMisbehaviour.VERSION_12) ? "12" : due(BankMisbehaviour.VERSION_14) ? "14" : "10";
    }

    private void reply(Instruction instruction, BankAnswer answer) throws IOException {
        String version = version(instruction, due(BankMisbehaviour.OLD_VERSION));
        boolean last = !due(BankMisbehaviour.NO_ANSWER);
        if (due(BankMisbehaviour.PENDING_FIRST)) {
            write(BankAnswer.of(instruction, "PDNG", Map.of()), version);
        }
        if (due(BankMisbehaviour.NOT_XML)) {
            put("this is no answer at all");
        }
        if (due(BankMisbehaviour.ANSWER_FOR_ANOTHER)) {
            write(
                    BankAnswer.of(Instruction.refused("NOBODY-SENT-THIS", answer.definition(), ""), "ACSC", Map.of()),
                    version);
        }
        if (last) {
            lastWord(instruction, told(instruction, answer), version);
        }
    }

    /** What it says in the place of its answer. */
    private BankAnswer told(Instruction instruction, BankAnswer answer) {
        if (due(BankMisbehaviour.CHECKED_ONLY)) {
            return BankAnswer.of(instruction, "ACCP", Map.of());
        }
        BankAnswer named = due(BankMisbehaviour.NO_END_TO_END_ID) ? answer.namedBy(BankAnswer.INSTRUCTION) : answer;
        return due(BankMisbehaviour.AS_A_WHOLE) ? BankAnswer.of(instruction, named.whole(), Map.of()) : named;
    }

    private void lastWord(Instruction instruction, BankAnswer told, String version) throws IOException {
        write(told, version);
        if (due(BankMisbehaviour.ANSWER_TWICE)) {
            write(told, version);
        }
        if (!instruction.payments().isEmpty() && due(BankMisbehaviour.REFUSE_AFTER_ALL)) {
            String one = instruction.payments().get(0).id();
            write(BankAnswer.of(instruction, "PART", Map.of(one, "RJCT AC06")), version);
        }
    }

    private void write(BankAnswer answer, String version) throws IOException {
        put(answer.xml("BANK-" + answers, version));
    }

    private void put(String text) throws IOException {
        String name = "pain002-" + answers++ + ".xml";
        Path part = out.resolve(name + ".part");
        PrivateFiles.writeString(part, text);
        Files.move(part, out.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Stops at once. */
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
