package be.zeef.sandbox.files;

import be.zeef.sandbox.Repertory;
import be.zeef.sandbox.city.Buffer;
import be.zeef.sandbox.city.CityIndex;
import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * Watches To_Vip and answers each question file after a delay. A question is taken away only when its answer is whole in
 * From_Vip, so a question outlives a sandbox that is stopped.
 */
public final class MagdaFiles implements AutoCloseable {

    private static final Pattern QUESTION = Pattern.compile("(gssvl|regin|reguit).*\\.xml");

    private final Path toVip;
    private final Path fromVip;
    private final CityIndex city;
    private final Buffer buffer;
    private final Repertory repertory;
    private final String senderUri;
    private final Duration delay;
    private final QuestionReader reader;
    private final Misbehaviours misbehaviours = new Misbehaviours();
    private final Set<Path> taken = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> daemon(task));

    /**
     * @param senderUri whose inscriptions give a right to ask about lists; list files name no sender
     * @param strict whether a file is refused that resets a default namespace, as MAGDA's adapters do
     */
    public MagdaFiles(
            Path root,
            CityIndex city,
            Buffer buffer,
            Repertory repertory,
            String senderUri,
            Duration delay,
            boolean strict) {
        this.reader = new QuestionReader(strict);
        this.toVip = root.resolve("To_Vip");
        this.fromVip = root.resolve("From_Vip");
        this.city = city;
        this.buffer = buffer;
        this.repertory = repertory;
        this.senderUri = senderUri;
        this.delay = delay;
        worker.scheduleWithFixedDelay(this::look, 50, 50, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sandbox-magda-files");
        thread.setDaemon(true);
        return thread;
    }

    /** From now on the buffer knows what it knew on this day. */
    public void refresh(LocalDate day) {
        buffer.refresh(day);
    }

    /** The buffer whose lists it carries, to tell it what it knows. */
    public Buffer buffer() {
        return buffer;
    }

    public void misbehave(FileMisbehaviour kind, int times) {
        misbehaviours.add(kind, times);
    }

    private void look() {
        try (Stream<Path> files = Files.list(toVip)) {
            files.filter(file -> QUESTION.matcher(file.getFileName().toString()).matches())
                    .filter(taken::add)
                    .forEach(file -> worker.schedule(() -> answer(file), delay.toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void answer(Path question) {
        try {
            String name = question.getFileName().toString().replace(".xml", "_antwoord.xml");
            boolean silent = name.startsWith("gssvl") && misbehaviours.due(FileMisbehaviour.SILENT);
            if (!silent) {
                Path whole = fromVip.resolve(name + ".part");
                if (name.startsWith("gssvl")) {
                    new ListAnswerer(buffer, repertory, senderUri, misbehaviours, reader).answer(question, whole);
                } else {
                    new InscriptionAnswerer(city, repertory, reader).answer(question, whole);
                }
                publish(whole, name);
            }
            Files.deleteIfExists(question);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // MAGDA leaves what it cannot read where it is; so does the sandbox, with a note beside it
            note(question, e);
        } finally {
            taken.remove(question);
        }
    }

    private void publish(Path whole, String name) throws IOException {
        boolean xml = name.startsWith("gssvl");
        if (xml && misbehaviours.due(FileMisbehaviour.TRUNCATED)) {
            byte[] bytes = Files.readAllBytes(whole);
            PrivateFiles.write(whole, java.util.Arrays.copyOf(bytes, bytes.length * 2 / 3));
        }
        if (xml && misbehaviours.due(FileMisbehaviour.DOCTYPE)) {
            String text = Files.readString(whole);
            PrivateFiles.writeString(whole, text.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY bomb \"boom\">]>"));
        }
        if (xml && misbehaviours.due(FileMisbehaviour.DOUBLED)) {
            Files.copy(whole, fromVip.resolve("gssvl_doubled_" + name), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(whole, fromVip.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void note(Path question, Exception e) {
        try {
            PrivateFiles.writeLines(
                    question.resolveSibling(question.getFileName() + ".refused"),
                    List.of(e.getClass().getSimpleName() + ": " + e.getMessage()));
            Files.deleteIfExists(question);
        } catch (IOException again) {
            throw new java.io.UncheckedIOException(again);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
