package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.route.Mailbox.Offered;
import be.zeef.security.SshKey;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file in a partner's folder may be larger than our memory: it is fetched as it is read, and never ahead of that. */
class StreamedFileTest {

    private static final long SIZE = 96L << 20;
    private static final long AHEAD = SIZE / 4;

    @TempDir
    Path folder;

    private final AtomicLong served = new AtomicLong();
    private SshServer server;
    private KeyPair key;

    @BeforeEach
    void start() throws Exception {
        key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Counted(served));
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPublickeyAuthenticator((user, shown, session) -> shown.equals(key.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder.toAbsolutePath()));
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    @Test
    void shouldBeFetchedNoFasterThanItIsRead() throws Exception {
        Files.createDirectories(folder.resolve("out"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("out/large.p7m").toFile(), "rw")) {
            sparse.setLength(SIZE);
        }
        CamelMailbox box = new CamelMailbox("ivago");
        Slow reader = new Slow(served);
        try (Routes routes = Routes.start(settings(), Map.of("ivago", box, "sftpKey", SshKey.pem(key.getPrivate())))) {
            box.in(routes).watch(reader);

            Fetched fetched = reader.done.get(5, TimeUnit.MINUTES);
            box.unwatch();

            assertThat(fetched.bytes()).isEqualTo(SIZE);
            assertThat(fetched.beforeTheFirst()).as("before it was read").isLessThan(AHEAD);
            assertThat(fetched.mostAhead()).as("while it was read").isLessThan(AHEAD);
        }
    }

    private Settings settings() throws IOException {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("routes"));
        for (String file : List.of("ivago.yaml", "sftp.yaml")) {
            Files.copy(Path.of("routes").resolve(file), home.resolve("routes").resolve(file));
        }
        Settings settings = SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of(
                        "home", home.toString(),
                        "data", folder.resolve("data").toString(),
                        "partners",
                                Map.of(
                                        "ivago",
                                        Map.of(
                                                "host",
                                                "127.0.0.1",
                                                "port",
                                                server.getPort(),
                                                "in",
                                                "in",
                                                "out",
                                                "out"))));
        Files.createDirectories(settings.keys());
        Files.writeString(
                settings.keys().resolve("known_hosts"),
                "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
        return settings;
    }

    /**
     * How a file came.
     *
     * @param beforeTheFirst how much the server had sent before the first byte was asked for
     * @param mostAhead how much more it had sent at most than was read
     */
    private record Fetched(long bytes, long beforeTheFirst, long mostAhead) {}

    /** Reads a file to its end, and looks all the while how far the server is. */
    private static final class Slow implements Mailbox.Incoming {

        private final CompletableFuture<Fetched> done = new CompletableFuture<>();
        private final AtomicLong served;

        Slow(AtomicLong served) {
            this.served = served;
        }

        @Override
        public void arrived(Offered file, InputStream content) throws IOException {
            long before = served.get();
            long read = 0;
            long ahead = 0;
            byte[] part = new byte[1 << 16];
            for (int n = content.read(part); n >= 0; n = content.read(part)) {
                read += n;
                ahead = Math.max(ahead, served.get() - read);
            }
            done.complete(new Fetched(read, before, ahead));
        }
    }

    private record Counted(AtomicLong served) implements SftpEventListener {
        @Override
        public void read(
                ServerSession session,
                String handle,
                FileHandle file,
                long offset,
                byte[] data,
                int from,
                int length,
                int read,
                Throwable thrown) {
            served.addAndGet(Math.max(0, read));
        }
    }
}
