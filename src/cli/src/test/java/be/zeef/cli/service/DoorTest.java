package be.zeef.cli.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that is typed beside a service is run by it as if it ran where it was typed. */
class DoorTest {

    private static final Path NO_FILE = Path.of("");

    @TempDir
    Path data;

    private final Typist typist = new Typist();
    private final List<Door> doors = new ArrayList<>();

    @AfterEach
    void close() {
        doors.forEach(Door::close);
    }

    private Door open(Path config, Door.Commands commands) throws IOException {
        Door door = Door.open(data, config, commands);
        doors.add(door);
        return door;
    }

    private OptionalInt type(String... words) throws IOException, Visit.RefusedException {
        return Visit.run(typist, List.of(words), data, NO_FILE, List.of("MINE", "NOT_SET"));
    }

    private static String firstLine(InputStream in) {
        try {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingIsDoneWhereNoServiceRuns() throws Exception {
        assertThat(type("ledger", "verify")).isEmpty();

        Files.createDirectories(data.resolve("service"));
        Files.createFile(data.resolve("service/door"));
        assertThat(type("ledger", "verify")).as("what a killed one left").isEmpty();
    }

    @Test
    void isRunWithItsWords_andSaysWhatItSays() throws Exception {
        open(NO_FILE, (terminal, words) -> {
            terminal.out().print("out " + String.join(" ", words) + " é");
            terminal.err().println("err");
            terminal.out()
                    .println(" in " + terminal.folder() + " " + terminal.variable("MINE") + terminal.variable("OTHER"));
            return 7;
        });

        assertThat(type("ask", "gent-uitpas", "--on", "2026-07-16")).hasValue(7);
        assertThat(typist.out.toString(StandardCharsets.UTF_8))
                .isEqualTo("out ask gent-uitpas --on 2026-07-16 é in /somewhere Optional[v]Optional.empty\n");
        assertThat(typist.err.toString(StandardCharsets.UTF_8)).isEqualTo("err\n");
    }

    @Test
    void readsWhatIsTyped_andNoMoreThanIsWanted() throws Exception {
        typist.types = "first\nsecond\n";
        open(NO_FILE, (terminal, words) -> {
            terminal.out().println(words.contains("reads") ? firstLine(terminal.in()) : "nothing");
            return 0;
        });

        assertThat(type("reads")).hasValue(0);
        assertThat(typist.out).hasToString("first\n");
        typist.in = null;
        typist.types = "";
        type("reads");
        assertThat(typist.out).as("the end").hasToString("first\nnull\n");
    }

    @Test
    void asksForSecretsWhereItWasTyped() throws Exception {
        open(NO_FILE, (terminal, words) -> {
            terminal.out().println(terminal.secret("Password of an.p12: ").map(String::new));
            return 0;
        });

        type("release");
        typist.secret = Optional.of("gehéim");
        type("release");

        assertThat(typist.asked).containsOnly("Password of an.p12: ").hasSize(2);
        assertThat(typist.out.toString(StandardCharsets.UTF_8)).isEqualTo("Optional.empty\nOptional[gehéim]\n");
    }

    @Test
    void isNotRunUnderOtherSettings() throws Exception {
        open(Path.of("/etc/zeef.yaml"), (terminal, words) -> 0);

        assertThatThrownBy(() -> type("ledger", "verify"))
                .isInstanceOf(Visit.RefusedException.class)
                .hasMessageContaining("/etc/zeef.yaml")
                .hasMessageContaining("--config");
    }

    @Test
    void nobodyElseReachesIt() throws Exception {
        open(NO_FILE, (terminal, words) -> 0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("service"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("service/door"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondServiceIsRefused_andOneAfterAKilledOneIsNot() throws Exception {
        Door first = open(NO_FILE, (terminal, words) -> 1);
        assertThatThrownBy(() -> open(NO_FILE, (terminal, words) -> 2))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another service");
        assertThat(type("x")).hasValue(1);

        first.close();
        Files.createFile(data.resolve("service/door"));
        open(NO_FILE, (terminal, words) -> 2);
        assertThat(type("x")).hasValue(2);
    }

    @Test
    void goesOnWhenWhoTypedItGoesAway_andIsWaitedForAtTheEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        CompletableFuture<String> done = new CompletableFuture<>();
        Door door = open(NO_FILE, (terminal, words) -> {
            begun.countDown();
            await(gone);
            terminal.out().println("nobody hears this");
            terminal.out().flush();
            done.complete(Thread.currentThread().isInterrupted() ? "interrupted" : "whole");
            return 0;
        });
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(data.resolve("service/door")));
            new Request(List.of("sync"), "/", "", Map.of(), false).frame().write(channel);
            await(begun);
        }
        gone.countDown();
        door.close(Duration.ofMinutes(1));

        assertThat(done.get(1, TimeUnit.MINUTES)).isEqualTo("whole");
        assertThat(type("x")).as("nobody is let in any more").isEmpty();
    }

    @Test
    void whoTalksNonsenseHarmsNobody() throws Exception {
        open(NO_FILE, (terminal, words) -> 0);
        for (byte[] nonsense : List.of(
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                new byte[] {'r', 127, 127, 127, 127},
                new byte[] {'r', 0, 0, 0, 2, '{', '}'},
                new byte[] {'i', 0, 0, 0, 0},
                new byte[0])) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(data.resolve("service/door")));
                channel.write(ByteBuffer.wrap(nonsense));
            }
        }
        assertThat(type("x")).hasValue(0);
    }

    @Test
    void noMoreThanSomeRunAtOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(16);
        CountDownLatch wanted = new CountDownLatch(1);
        open(NO_FILE, (terminal, words) -> {
            begun.countDown();
            await(wanted);
            return 0;
        });
        List<CompletableFuture<OptionalInt>> running = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            running.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return Visit.run(new Typist(), List.of("x"), data, NO_FILE, List.of());
                        } catch (IOException | Visit.RefusedException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    task -> new Thread(task).start()));
        }
        await(begun);
        assertThatThrownBy(() -> type("x"))
                .isInstanceOf(Visit.RefusedException.class)
                .hasMessageContaining("16");
        wanted.countDown();
        for (CompletableFuture<OptionalInt> each : running) {
            assertThat(each.get(1, TimeUnit.MINUTES)).hasValue(0);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
