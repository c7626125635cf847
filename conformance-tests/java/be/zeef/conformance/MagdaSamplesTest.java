package be.zeef.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.reading.Xml;
import be.zeef.source.magda.MagdaAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/** Every answer MAGDA published is read: to data, to exceptions with a code, or to both; never to nothing. */
class MagdaSamplesTest {

    private static final Path SAMPLES = OfficialSchemas.CONTRACTS.resolve("magda/samples");

    @TestFactory
    List<DynamicTest> shouldBeRead_whenMagdaAnswers() throws Exception {
        OfficialSchemas.present();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<DynamicTest> tests = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .map(file ->
                            DynamicTest.dynamicTest(SAMPLES.relativize(file).toString(), () -> read(file)))
                    .toList();
            assertThat(tests).hasSizeGreaterThan(25);
            return tests;
        }
    }

    private static MagdaAnswer answer(Path file) throws Exception {
        Element root = Xml.documents().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        return MagdaAnswer.read(root);
    }

    private static void read(Path file) throws Exception {
        MagdaAnswer answer = answer(file);
        assertThat(answer.hasData() || !answer.exceptions().isEmpty())
                .as("data or an exception")
                .isTrue();
        assertThat(answer.exceptions()).allSatisfy(exception -> {
            assertThat(exception.code()).matches("\\d{5}|FAULT|ERR_\\d{3}");
            assertThat(exception.level()).isBetween(1, 3);
        });
    }

    @Test
    void shouldKnowThrottlingFromRefusal_whenTheRepertoryAnswers() throws Exception {
        OfficialSchemas.present();
        Path folder = SAMPLES.resolve("Repertorium/RegistreerInschrijving/02.00.0000");

        assertThat(answer(folder.resolve("success.xml")).result()).isEqualTo("1");
        assertThat(answer(folder.resolve("14620915640.xml")).exceptions())
                .containsExactly(new MagdaAnswer.Coded(2, "99996", "FOUT"));
    }
}
