package be.zeef.route.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.seal.Shelf;
import be.zeef.ledger.seal.ShelfException;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link Shelf} promises, held by a folder and by a real SFTP server. */
abstract class ShelfContract {

    @TempDir
    Path folder;

    /** What reaches {@link #disk()}. */
    abstract Shelf shelf();

    /** Where its files lie. */
    abstract Path disk();

    /** As findings name it. */
    abstract String name();

    @Test
    void shouldReadWhatWasPut() throws Exception {
        try (Shelf.Visit visit = shelf().visit()) {
            visit.put("1.checkpoint", "one\n".getBytes(UTF_8));
            visit.put("2.checkpoint", new byte[] {0, -1, 13, 10});
        }
        try (Shelf.Visit visit = shelf().visit()) {
            assertThat(visit.names(name -> true)).containsExactlyInAnyOrder("1.checkpoint", "2.checkpoint");
            assertThat(visit.names(name -> name.startsWith("2"))).containsExactly("2.checkpoint");
            assertThat(visit.read("1.checkpoint", 4096)).isEqualTo("one\n".getBytes(UTF_8));
            assertThat(visit.read("2.checkpoint", 4096)).isEqualTo(new byte[] {0, -1, 13, 10});
        }
    }

    @Test
    void shouldLeaveWhatIsThere() throws Exception {
        try (Shelf.Visit visit = shelf().visit()) {
            visit.put("1.checkpoint", "one".getBytes(UTF_8));
            visit.put("1.checkpoint", "another".getBytes(UTF_8));
            assertThat(visit.read("1.checkpoint", 4096)).isEqualTo("one".getBytes(UTF_8));
        }
        assertThat(disk()).isDirectoryContaining(file -> true).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void shouldReadNoMoreThanIsWanted_howeverLongAFileIs() throws Exception {
        Files.createDirectories(disk());
        Files.write(disk().resolve("1.checkpoint"), new byte[1 << 20]);
        try (Shelf.Visit visit = shelf().visit()) {
            assertThat(visit.read("1.checkpoint", 4096)).hasSize(4096);
            assertThat(visit.names(name -> true)).containsExactly("1.checkpoint");
        }
    }

    @Test
    void shouldReadNothing_ofWhatIsGoneOrIsNoFile() throws Exception {
        Files.createDirectories(disk().resolve("1.checkpoint"));
        try (Shelf.Visit visit = shelf().visit()) {
            assertThat(visit.read("1.checkpoint", 4096)).isEmpty();
            assertThat(visit.read("2.checkpoint", 4096)).isEmpty();
        }
    }

    @Test
    void shouldPutOneWholeFile_whenManyPutItAtOnce() throws Exception {
        byte[] content = "x".repeat(200).getBytes(UTF_8);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            CyclicBarrier together = new CyclicBarrier(3);
            for (Future<?> each : IntStream.range(0, 3)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> {
                        try (Shelf.Visit visit = shelf().visit()) {
                            together.await();
                            visit.put("1.checkpoint", content);
                        }
                        return null;
                    }))
                    .toList()) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        try (Stream<Path> files = Files.list(disk())) {
            assertThat(files).singleElement().satisfies(file -> assertThat(file).hasBinaryContent(content));
        }
    }

    @Test
    void shouldTell_whenItIsAFile() throws Exception {
        Files.createDirectories(disk().getParent());
        Files.deleteIfExists(disk());
        Files.writeString(disk(), "a file");
        refused("no-folder", () -> visited(visit -> visit.names(name -> true)));
    }

    @FunctionalInterface
    interface There {
        void look(Shelf.Visit visit) throws Exception;
    }

    void visited(There there) throws Exception {
        try (Shelf.Visit visit = shelf().visit()) {
            there.look(visit);
        }
    }

    /** In words, in each language. */
    void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(ShelfException.class, failure -> {
            assertThat(failure.finding()).isEqualTo(Finding.error("ledger.second-" + code, Location.WHOLE, name()));
            for (String language : new String[] {"en", "nl", "fr"}) {
                assertThat(failure.finding().text(Locale.forLanguageTag(language)))
                        .contains("(" + name() + ")");
            }
        });
    }
}
