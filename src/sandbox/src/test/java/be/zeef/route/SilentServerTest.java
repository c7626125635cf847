package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import be.zeef.route.Mailbox.Offered;
import be.zeef.security.SshKey;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that keeps its session alive and never answers what it was asked keeps nobody waiting: no run hangs on it. */
class SilentServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** For a server that does answer, on a loaded machine. */
    private static final Duration MORE = Duration.ofSeconds(8);

    /** Room for a loaded machine, and far from for ever. */
    private static final Duration BOUND = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private SshServer server;
    private KeyPair key;
    private Silence silence;

    /** What it never answers. */
    private enum Asked {
        NOTHING,
        ENTRIES,
        OPEN,
        READ,
        WRITE,
        CLOSE,
        RENAME
    }

    private void start(Asked unanswered) throws Exception {
        silence = new Silence(unanswered);
        key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(silence);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPublickeyAuthenticator((user, shown, session) -> shown.equals(key.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder.toAbsolutePath()));
        server.setSubsystemFactories(List.of(sftp));
        server.start();
        Files.createDirectories(folder.resolve("in"));
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/receipt.p7m"), "x".repeat(1 << 17));
    }

    @AfterEach
    void stop() throws IOException {
        silence.end.countDown();
        server.stop(true);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENTRIES", "OPEN", "READ"})
    void shouldBeLeft_whileItIsWatched(Asked unanswered) throws Exception {
        start(unanswered);
        CamelMailbox box = new CamelMailbox("ivago", PATIENCE);
        Reading reader = new Reading();
        try (Routes routes =
                Routes.start(settings(), Map.of("ivago", box, "sftpKey", SshKey.pem(key.getPrivate())), PATIENCE)) {
            box.in(routes).watch(reader);
            assertThat(silence.met.await(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertTimeoutPreemptively(BOUND, box::unwatch);
            assertThat(reader.whole).as("nobody took a part for a whole file").isNotDone();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENTRIES", "OPEN", "WRITE", "CLOSE", "RENAME"})
    void shouldBeLeft_whenItDoesNotTakeAFile(Asked unanswered) throws Exception {
        start(unanswered);
        CamelMailbox box = new CamelMailbox("ivago", PATIENCE);
        try (Routes routes =
                Routes.start(settings(), Map.of("ivago", box, "sftpKey", SshKey.pem(key.getPrivate())), PATIENCE)) {
            box.in(routes);
            assertTimeoutPreemptively(
                    BOUND, () -> assertThatThrownBy(() -> box.put("grants.p7m", out -> out.write(new byte[1 << 18])))
                            .isInstanceOf(MailboxException.class)
                            .hasMessageContaining("grants.p7m could not be written there (TimeoutException)")
                            .hasRootCauseInstanceOf(TimeoutException.class));
        }
    }

    /** What takes long and moves is not left. */
    @Test
    void shouldBeWaitedFor_whileItTakesSomething() throws Exception {
        start(Asked.NOTHING);
        CamelMailbox box = new CamelMailbox("ivago", MORE);
        try (Routes routes =
                Routes.start(settings(), Map.of("ivago", box, "sftpKey", SshKey.pem(key.getPrivate())), PATIENCE)) {
            box.in(routes).put("grants.p7m", out -> {
                for (long parts = 0; parts < 5; parts++) {
                    out.write(new byte[1 << 16]);
                    out.flush();
                    pause();
                }
            });
            assertThat(Files.size(folder.resolve("in/grants.p7m"))).isEqualTo(5L << 16);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MORE.toMillis() / 3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Settings settings() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("routes"));
        for (String file : List.of("ivago.yaml", "sftp.yaml")) {
            Files.copy(Path.of("routes").resolve(file), home.resolve("routes").resolve(file));
        }
        Map<String, Object> partner =
                Map.of("host", "127.0.0.1", "port", server.getPort(), "in", "in", "out", "out", "poll", "PT0.2S");
        Settings settings = SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of(
                        "home", home.toString(),
                        "data", folder.resolve("data").toString(),
                        "partners", Map.of("ivago", partner)));
        Files.createDirectories(settings.keys());
        Files.writeString(
                settings.keys().resolve("known_hosts"),
                "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
        return settings;
    }

    private static final class Reading implements Mailbox.Incoming {

        private final CompletableFuture<Long> whole = new CompletableFuture<>();

        @Override
        public void arrived(Offered file, InputStream content) throws IOException {
            long bytes = content.readAllBytes().length;
            whole.complete(bytes);
        }
    }

    /** Never returns from one kind of request; the session goes on, so its socket is alive. */
    private static final class Silence implements SftpEventListener {

        private final Asked unanswered;
        private final CountDownLatch met = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        Silence(Asked unanswered) {
            this.unanswered = unanswered;
        }

        private void at(Asked asked) {
            if (asked == unanswered) {
                met.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        public void readingEntries(ServerSession session, String handle, DirectoryHandle directory) {
            at(Asked.ENTRIES);
        }

        @Override
        public void opening(ServerSession session, String handle, Handle file) {
            if (file instanceof FileHandle) {
                at(Asked.OPEN);
            }
        }

        @Override
        public void reading(
                ServerSession session, String handle, FileHandle file, long offset, byte[] data, int from, int length) {
            at(Asked.READ);
        }

        @Override
        public void writing(
                ServerSession session, String handle, FileHandle file, long offset, byte[] data, int from, int length) {
            at(Asked.WRITE);
        }

        @Override
        public void closing(ServerSession session, String handle, Handle file) {
            if (file instanceof FileHandle) {
                at(Asked.CLOSE);
            }
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) {
            at(Asked.RENAME);
        }
    }
}
