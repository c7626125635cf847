package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.text.Json;
import be.zeef.cli.text.SyncTable;
import be.zeef.endtoend.city.TestCity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoInszAtRestTest {

    private static final Pattern ELEVEN = Pattern.compile("(?<!\\d)\\d{11}(?!\\d)");

    @TempDir
    Path folder;

    /** The sandbox folder is the far end's own; everything else below the data folder is the gateway's. */
    @Test
    void shouldHoldNoNumberOfTheCity_whenARunHasEnded() throws Exception {
        try (TestCity city = new TestCity(folder, 400)) {
            var report = city.sync("2026-07-16");
            Set<String> numbers = new HashSet<>();
            for (String line : Files.readAllLines(city.population())) {
                numbers.add(line.split(";")[0]);
                numbers.add(line.split(";")[1]);
            }
            StringWriter console = new StringWriter();
            SyncTable.print(List.of(report), new PrintWriter(console));
            console.append(Json.of(SyncTable.json(report)));
            report.findings().forEach(finding -> console.append(finding.text(Locale.ENGLISH)));

            assertThat(found(console.toString(), numbers)).as("console").isEmpty();
            int files = 0;
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(
                                path -> !path.startsWith(city.sandbox().folder()))
                        .filter(Files::isRegularFile)
                        .toList()) {
                    files++;
                    assertThat(found(file.getFileName().toString(), numbers)).isEmpty();
                    assertThat(found(read(file), numbers)).as(file.toString()).isEmpty();
                }
            }
            assertThat(files).as("database, logs and keys").isGreaterThan(4);
            assertThat(found(read(city.population()), numbers))
                    .as("the search itself finds numbers")
                    .isNotEmpty();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    /** Numbers of the city that stand in a text, as text or as the eight bytes of a long. */
    private static Set<String> found(String text, Set<String> numbers) {
        Set<String> found = new HashSet<>();
        Matcher matcher = ELEVEN.matcher(text);
        while (matcher.find()) {
            if (numbers.contains(matcher.group())) {
                found.add(matcher.group().substring(0, 2) + "…");
            }
        }
        return found;
    }
}
