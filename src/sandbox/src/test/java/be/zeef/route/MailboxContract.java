package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.route.Mailbox.Offered;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Mailbox} promises, held by every way in which files go to a partner: over a real server, or in a real folder. */
abstract class MailboxContract {

    @TempDir
    Path folder;

    private Settings settings;
    private Routes routes;
    private Mailbox box;

    private FarMailbox farEnd;

    abstract FarMailbox start(Path root, SandboxKeys keys, Keys gateway) throws Exception;

    /** Name of the mailbox, as its routes have it. */
    abstract String mailbox();

    /** The files of {@code routes/} that serve it. */
    abstract List<String> routeFiles();

    /** Names that its route takes in, each another one. */
    abstract String name(int number);

    @BeforeEach
    void open() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home/routes")).getParent();
        for (String file : routeFiles()) {
            Files.copy(Path.of("routes").resolve(file), home.resolve("routes").resolve(file));
        }
        Path data = folder.resolve("data");
        ReadyKeys.copy(data.resolve("keys"), folder.resolve("far/keys"));
        Keys gateway = Keys.in(data.resolve("keys"));
        farEnd = start(folder.resolve("far/root"), SandboxKeys.in(folder.resolve("far/keys"), gateway), gateway);
        settings = SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                with(with(farEnd.settings(), "home", home.toString()), "data", data.toString()));
        if (!farEnd.knownHost().isEmpty()) {
            Files.writeString(settings.keys().resolve("known_hosts"), farEnd.knownHost() + "\n");
        }
        CamelMailbox made = new CamelMailbox(mailbox());
        routes = Routes.start(settings, with(farEnd.beans(), mailbox(), made));
        box = made.in(routes);
    }

    private static Map<String, Object> with(Map<String, Object> all, String name, Object value) {
        Map<String, Object> more = new HashMap<>(all);
        more.put(name, value);
        return more;
    }

    @AfterEach
    void close() throws Exception {
        routes.close();
        farEnd.stop();
    }

    @Test
    void shouldPutAWholeFileUnderItsName() throws IOException {
        byte[] content = "a line\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);

        box.put(name(1), out -> out.write(content));

        assertThat(farEnd.in().resolve(name(1))).hasBinaryContent(content);
        assertThat(names(farEnd.in())).as("nothing else lies there").containsExactly(name(1));
    }

    @Test
    void shouldPutNothing_whenTheContentBreaksOff() throws IOException {
        assertThatThrownBy(() -> box.put(name(1), out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(MailboxException.class);

        assertThat(names(farEnd.in())).doesNotContain(name(1));
    }

    @Test
    void shouldRefuseANameThatIsMoreThanAName() throws IOException {
        for (String name : List.of("../out.xml", "a b.xml", ".hidden.xml", "x&fileName=y.xml", "x".repeat(121))) {
            assertThatThrownBy(() -> box.put(name, out -> {})).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(names(farEnd.in())).isEmpty();
    }

    @Test
    void shouldHandOverEachFileOnce_andLeaveItUntilItIsAcknowledged() throws Exception {
        arrive(name(1), "first");
        arrive(name(2), "second");
        KeptFiles reader = new KeptFiles(0);

        box.watch(reader);
        List<KeptFiles.Come> both = List.of(reader.next(), reader.next());
        assertThat(both).extracting(KeptFiles.Come::content).containsExactlyInAnyOrder("first", "second");
        assertThat(names(farEnd.out())).as("before they are stored").containsExactlyInAnyOrder(name(1), name(2));

        both.forEach(come -> box.acknowledge(come.offered()));
        box.unwatch();

        assertThat(names(farEnd.out())).isEmpty();
        assertThat(reader.left()).as("each once").isEmpty();
    }

    @Test
    void shouldTellItsSize() throws Exception {
        arrive(name(1), "12345");
        KeptFiles reader = new KeptFiles(0);

        box.watch(reader);
        Offered offered = reader.next().offered();
        box.unwatch();

        assertThat(offered.name()).isEqualTo(name(1));
        assertThat(offered.bytes()).isEqualTo(5);
    }

    @Test
    void shouldOfferAFileAgain_whenItCouldNotBeTaken() throws Exception {
        arrive(name(1), "not yet");
        KeptFiles reader = new KeptFiles(1);

        box.watch(reader);
        KeptFiles.Come second = reader.next();
        box.unwatch();

        assertThat(second.content()).isEqualTo("not yet");
        assertThat(names(farEnd.out())).containsExactly(name(1));
    }

    /** What was read and stored is removed; what lies there now under the same name was not read. */
    @Test
    void shouldLeaveAFile_thatWasReplacedSinceItWasRead() throws Exception {
        arrive(name(1), "first");
        KeptFiles reader = new KeptFiles(0);
        box.watch(reader);
        KeptFiles.Come first = reader.next();
        box.unwatch();

        arrive(name(1), "another one");
        box.acknowledge(first.offered());
        assertThat(farEnd.out().resolve(name(1))).hasContent("another one");

        box.watch(reader);
        assertThat(reader.next().content()).isEqualTo("another one");
        box.unwatch();
    }

    @Test
    void shouldAcknowledgeAFileThatIsGone() throws Exception {
        arrive(name(1), "first");
        KeptFiles reader = new KeptFiles(0);
        box.watch(reader);
        KeptFiles.Come first = reader.next();
        box.unwatch();
        Files.delete(farEnd.out().resolve(name(1)));

        box.acknowledge(first.offered());

        assertThat(names(farEnd.out())).isEmpty();
    }

    @Test
    void shouldCountWhatItsNameForbidsToRead_andLeaveIt() throws Exception {
        String hostile = "a&x=" + name(2);
        arrive(hostile, "never read");
        arrive(name(1), "read");
        KeptFiles reader = new KeptFiles(0);

        box.watch(reader);
        assertThat(reader.next().content()).isEqualTo("read");
        Mailbox.Unread refused = box.unwatch();

        assertThat(refused.files()).isEqualTo(1);
        assertThat(reader.left()).isEmpty();
        assertThat(names(farEnd.out())).contains(hostile);
    }

    @Test
    void shouldSayWhoCannotBeReached() throws Exception {
        farEnd.stop();

        if (isServer()) {
            assertThatThrownBy(() -> box.put(name(1), out -> out.write(1))).isInstanceOf(MailboxException.class);
        }
        box.watch(new KeptFiles(0));
        box.unwatch();
    }

    /** Whether somebody else's process stands at the far end. */
    boolean isServer() {
        return true;
    }

    /** Written beside its place and moved, as partners do: half a file is never there under its name. */
    private void arrive(String name, String content) throws IOException {
        Path part = folder.resolve("arriving");
        Files.writeString(part, content);
        Files.move(part, farEnd.out().resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
