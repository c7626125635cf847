package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.StatusQuestion;
import be.zeef.endtoend.city.TestCity;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.subject.Today;
import be.zeef.testing.Believing;
import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stylesheet that fails on an answer leaves its person undetermined, and the run to the others. */
class FailingSheetTest {

    @TempDir
    Path folder;

    @Test
    void isUndetermined_whenItsStylesheetFails() throws Exception {
        Path home = folder.resolve("home");
        for (String each : List.of("mappings", "routes", "security")) {
            copy(Path.of(each), home.resolve(each));
        }
        Path sheet = home.resolve("mappings/sources/magda")
                .resolve(StatusQuestion.SERVICE)
                .resolve("facts.xslt");
        Files.writeString(
                sheet,
                "<xsl:stylesheet version=\"3.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\"><xsl:template match=\"/\">"
                        + "<facts subject=\"{xs:date(//INSZ[1])}\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>"
                        + "</xsl:template></xsl:stylesheet>");
        CallsSeen calls = new CallsSeen();
        try (TestCity city = new TestCity(folder.resolve("city"), 10, 500)) {
            Map<String, Object> all = city.overrides();
            all.put("home", home.toString());
            Settings settings = SettingsFile.read(Path.of("no-such-zeef.yaml"), all);
            String person = Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv"))
                    .get(1)
                    .substring(0, 11);
            try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
                assertThat(new MagdaQuestions(Inside.magda(gateway), settings, "test", new Believing())
                                .ask(StatusQuestion.about(person), calls))
                        .isEqualTo(new Undetermined("DEFECT"));
            }
        }
        assertThat(calls.codes).endsWith("OK");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path there = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(each, there);
                }
            }
        }
    }
}
