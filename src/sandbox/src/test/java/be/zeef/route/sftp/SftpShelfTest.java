package be.zeef.route.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import be.zeef.ledger.seal.SecondPlace;
import be.zeef.ledger.seal.Shelf;
import be.zeef.security.KeyException;
import be.zeef.security.SshKey;
import be.zeef.settings.Partner;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of a real SFTP server, which may be of no use in many ways; each is told. */
class SftpShelfTest extends ShelfContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FILES = 200;
    private static final Duration SHORT = Duration.ofSeconds(2);

    private KeyPair key;
    private WitnessServer server;

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        key = generator.generateKeyPair();
        Files.createDirectories(disk());
        server = new WitnessServer(folder.resolve("root"), key.getPublic());
        Files.writeString(knownHosts(), server.known());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    @Override
    Path disk() {
        return folder.resolve("root/in [1]");
    }

    @Override
    String name() {
        return "witness";
    }

    @Override
    Shelf shelf() {
        return shelf(server.port(), "zeef", "in [1]", () -> SshKey.pem(key.getPrivate()), PATIENCE);
    }

    private Shelf shelf(int port, String user, String in, Supplier<byte[]> secret, Duration patience) {
        Partner partner =
                new Partner("127.0.0.1", port, user, "", in, "", Duration.ofSeconds(1), Duration.ofSeconds(1));
        return new SftpShelf("witness", partner, knownHosts(), secret, new SftpShelf.Limits(patience, FILES));
    }

    @Test
    void shouldReadAll_inOneSession() throws Exception {
        try (Shelf.Visit visit = shelf().visit()) {
            for (int number = 1; number <= 40; number++) {
                visit.put("%019d.checkpoint".formatted(number), ("note " + number).getBytes());
            }
        }
        server.sessions.set(0);
        assertThat(new SecondPlace(shelf()).all()).hasSize(40).last().isEqualTo(new SecondPlace.Kept(40, "note 40"));
        assertThat(server.sessions).hasValue(1);
    }

    @Test
    void shouldTell_whenTheServersKeyIsNotKnown() throws Exception {
        Files.delete(knownHosts());
        refused("stranger", () -> shelf().visit());
    }

    @Test
    void shouldTell_whenTheServersKeyIsAnother() throws Exception {
        try (WitnessServer another = new WitnessServer(folder, key.getPublic())) {
            Files.writeString(knownHosts(), another.known().replace(":" + another.port(), ":" + server.port()));
            refused("stranger", () -> shelf().visit());
        }
        assertThat(server.sessions).hasValue(0);
    }

    @Test
    void shouldTell_whenItDoesNotLetUsIn() {
        Supplier<byte[]> secret = () -> SshKey.pem(key.getPrivate());
        refused("login", () -> shelf(server.port(), "nobody", "in", secret, PATIENCE)
                .visit());
        refused("login", () -> shelf(
                        server.port(),
                        "zeef",
                        "in",
                        () -> {
                            throw new KeyException("there is none", null);
                        },
                        PATIENCE)
                .visit());
    }

    @Test
    void shouldTell_whenNobodyIsThere() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        Supplier<byte[]> secret = () -> SshKey.pem(key.getPrivate());
        refused("unreachable", () -> shelf(free, "zeef", "in", secret, PATIENCE).visit());
    }

    @Test
    void shouldTell_whenWhoIsThereSaysNothing() throws Exception {
        Supplier<byte[]> secret = () -> SshKey.pem(key.getPrivate());
        try (ServerSocket mute = new ServerSocket(0)) {
            assertTimeoutPreemptively(
                    PATIENCE,
                    () -> refused("unreachable", () -> shelf(mute.getLocalPort(), "zeef", "in", secret, SHORT)
                            .visit()));
        }
    }

    @Test
    void shouldTell_whenTheFolderIsNotThere() {
        Supplier<byte[]> secret = () -> SshKey.pem(key.getPrivate());
        Shelf shelf = shelf(server.port(), "zeef", "out", secret, PATIENCE);
        refused("no-folder", () -> shelf.visit().names(name -> true));
        refused("no-folder", () -> shelf.visit().put("1.checkpoint", new byte[9]));
    }

    @ParameterizedTest
    @CsvSource({"FULL, full", "FAILS, full", "LOSES, full", "READ_ONLY, denied"})
    void shouldTell_whenItTakesNoFile(WitnessServer.Manner manner, String code) throws Exception {
        server.manners.add(manner);
        refused(code, () -> visited(visit -> visit.put("1.checkpoint", new byte[9])));
        server.manners.clear();
        visited(visit -> assertThat(visit.names(name -> true)).isEmpty());
        visited(visit -> visit.put("1.checkpoint", new byte[9]));
        assertThat(disk().resolve("1.checkpoint")).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({"UNREADABLE, denied", "HANGS_UP, unreachable"})
    void shouldTell_whenItGivesNoFile(WitnessServer.Manner manner, String code) throws Exception {
        visited(visit -> visit.put("1.checkpoint", new byte[9]));
        server.manners.add(manner);
        refused(code, () -> visited(visit -> visit.read("1.checkpoint", 9)));
    }

    @Test
    void shouldBeLeft_whenItAnswersNothing() {
        server.manners.add(WitnessServer.Manner.SILENT);
        Supplier<byte[]> secret = () -> SshKey.pem(key.getPrivate());
        assertTimeoutPreemptively(
                PATIENCE,
                () -> refused("unreachable", () -> {
                    try (Shelf.Visit visit = shelf(server.port(), "zeef", "in [1]", secret, SHORT)
                            .visit()) {
                        visit.names(name -> true);
                    }
                }));
    }

    @Test
    void shouldTell_whenItHasMoreThanAnybodyPutThere() throws Exception {
        for (int number = 0; number <= FILES; number++) {
            Files.createFile(disk().resolve(number + ".checkpoint"));
        }
        refused("endless", () -> visited(visit -> visit.names(name -> true)));
    }
}
