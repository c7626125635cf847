package be.zeef.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.recipient.payment.PainAnswers;
import be.zeef.security.reading.Stylesheet;
import be.zeef.security.reading.Xml;
import be.zeef.sieve.DmnRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the version of an agreement covers is enough to decide with: nothing that it does not cover is read. */
class VersionIsEnoughTest {

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void copy() {
        home = Homes.copy(folder.resolve("home"));
    }

    private Manifest manifest(String id) {
        Agreements all = new Agreements(home.resolve("mappings"));
        return all.manifest(all.load(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gent-huisvuilzakken",
                "gent-onderwijs",
                "gent-uitpas",
                "heusden-zolder-kinderopvang",
                "heusden-zolder-lidgeld",
                "wingene-geboortepremie",
                "wingene-korting"
            })
    void shouldBeAllThatIsNeeded_whenNothingElseIsThere(String id) throws IOException {
        Manifest manifest = manifest(id);
        Path alone = folder.resolve("alone");
        for (String file : manifest.files().keySet()) {
            Files.createDirectories(alone.resolve(file).getParent());
            Files.copy(home.resolve(file), alone.resolve(file));
        }
        Agreement agreement = new Agreements(alone.resolve("mappings")).load(id);
        assertThat(agreement.version()).isEqualTo(manifest.version());
        for (Benefit benefit : agreement.benefits()) {
            DmnRule.load(
                    alone.resolve("mappings").resolve(benefit.rule().file()),
                    benefit.rule().decision());
        }
        if (agreement.payment().isPresent()) {
            assertThat(new PainAnswers(alone.resolve("mappings"))).isNotNull();
        }
        for (String file : manifest.files().keySet()) {
            if (file.endsWith(".xsd")) {
                Xml.schema(alone.resolve(file));
            } else if (file.endsWith(".xslt")) {
                Stylesheet.compile(alone.resolve(file));
            }
        }
    }
}
