package be.zeef.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Manifest.Change;
import be.zeef.agreement.Manifest.Difference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is edited on disk is noticed by the next look, however it was done; what was read stays what it was. */
class OnDiskTest {

    private static final String RULE = "mappings/rules/gent-uitpas.dmn";

    @TempDir
    Path folder;

    private Path home;
    private Snapshot snapshot;
    private Agreement agreement;
    private Manifest manifest;
    private OnDisk onDisk;

    @BeforeEach
    void read() {
        home = Homes.copy(folder.resolve("home"));
        snapshot = Snapshot.of(home);
        Agreements all = new Agreements(snapshot.home().resolve("mappings"));
        agreement = all.load("gent-uitpas");
        manifest = all.manifest(agreement);
        // as if all had been still for an hour: no file is read again without a trace of a change
        onDisk = new OnDisk(home, Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
    }

    @Test
    void shouldBeTheSame_inMemoryAndOnDisk() {
        assertThat(onDisk.differences(agreement, manifest)).isEmpty();
        assertThat(new Agreements(home.resolve("mappings")).load("gent-uitpas").version())
                .isEqualTo(agreement.version());
        assertThat(snapshot.home().toString()).isEqualTo(home.toString());
    }

    @Test
    void shouldSeeAnEdit_whoseSizeAndTimeWereSetBack() throws Exception {
        assertThat(onDisk.differences(agreement, manifest)).isEmpty();
        Path rule = home.resolve(RULE);
        FileTime time = Files.getLastModifiedTime(rule);
        String text = Files.readString(rule);
        Files.writeString(rule, text.replace("\"NOT_ELIGIBLE\"", "    \"ELIGIBLE\""));
        Files.setLastModifiedTime(rule, time);
        assertThat(Files.size(rule)).isEqualTo(text.length());

        assertThat(onDisk.differences(agreement, manifest)).containsExactly(new Difference(Change.CHANGED, RULE));
        assertThat(Files.readString(snapshot.home().resolve(RULE))).isEqualTo(text);
    }

    @Test
    void shouldSeeThatItWasPutBack() throws Exception {
        String text = Files.readString(home.resolve(RULE));
        Files.writeString(home.resolve(RULE), "<other/>");
        assertThat(onDisk.differences(agreement, manifest)).hasSize(1);

        Files.writeString(home.resolve(RULE), text);
        assertThat(onDisk.differences(agreement, manifest)).isEmpty();
    }

    @Test
    void shouldSeeFilesThatComeAndGo_andAnotherInTheirPlace() throws Exception {
        assertThat(onDisk.differences(agreement, manifest)).isEmpty();
        Files.delete(home.resolve(RULE));
        Files.writeString(home.resolve("mappings/recipients/uitpas/new.yaml"), "a: b");
        Files.writeString(home.resolve("mappings/recipients/uitpas/bad name"), "a: b");
        Path sheet = home.resolve("mappings/sources/magda/GeefPersoon-02.02/facts.xslt");
        Path other = Files.writeString(folder.resolve("other"), "<other/>");
        Files.delete(sheet);
        Files.createSymbolicLink(sheet, other);

        assertThat(onDisk.differences(agreement, manifest))
                .containsExactlyInAnyOrder(
                        new Difference(Change.GONE, RULE),
                        new Difference(Change.NEW, "mappings/recipients/uitpas/new.yaml"),
                        new Difference(Change.NEW, "mappings/recipients/uitpas/bad?name"),
                        new Difference(Change.CHANGED, "mappings/sources/magda/GeefPersoon-02.02/facts.xslt"));
    }
}
