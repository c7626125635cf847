package be.zeef.app;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.packing.DeliveryChecks;
import be.zeef.packing.DeliveryForms;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryHead.Format;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.LineWriter;
import be.zeef.recipient.RecipientFile;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every recipient's forms hold to: what they write, they take; what the recipient cannot be told, their checks refuse. */
class DeliveryFormsContractTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final int YEAR = 2026;
    private static final String PSEUDONYM = "5e".repeat(32);

    @TempDir
    Path folder;

    static Stream<Arguments> systems() {
        return Recipients.in(MAPPINGS).systems().stream().map(Arguments::of);
    }

    /** Each recipient with each form that it takes. */
    static Stream<Arguments> forms() {
        return Recipients.in(MAPPINGS).systems().stream().flatMap(system -> Stream.of(Format.values())
                .filter(format -> of(system).form(format).isPresent())
                .map(format -> Arguments.of(system, format)));
    }

    private static DeliveryForms of(String system) {
        return Recipients.in(MAPPINGS).forms(system);
    }

    private static RecipientFile file(String system) {
        return RecipientFile.read(
                MAPPINGS.resolve("recipients").resolve(system), Set.of("columns", "tariffs", "grants"));
    }

    private static DeliveryHead head(String system, Format format) {
        return new DeliveryHead(
                of(system).series(), "some-agreement", YEAR, 7, LocalDate.of(YEAR, 9, 16), "gent.be", format);
    }

    /** One of each value that the recipient can be told, in the order of their ids. */
    private static List<DeliveryLine> lines(String system) {
        List<DeliveryLine> lines = new ArrayList<>();
        for (String value : file(system).rules().values()) {
            lines.add(line(system, lines.size(), key(system, lines.size()), value));
        }
        return lines;
    }

    private static String key(String system, int number) {
        String pseudonym = PSEUDONYM.substring(1) + number;
        return file(system).rules().key().matcher(pseudonym).matches() ? pseudonym : "L-" + number;
    }

    private static DeliveryLine line(String system, int number, String key, String value) {
        var days = file(system).days().of(YEAR);
        return new DeliveryLine("%064x".formatted(number + 1), key, value, days.from(), days.until());
    }

    private static List<Finding> found(String system, List<DeliveryLine> lines) {
        Findings findings = new Findings();
        DeliveryChecks checks = of(system).checks(head(system, Format.CSV), findings);
        lines.forEach(checks::check);
        assertThat(checks.totals().lines()).isEqualTo(lines.size());
        return findings.report("delivery").findings();
    }

    private static byte[] written(String system, Format format, AtomicBoolean closed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        DeliveryChecks checks = of(system).checks(head(system, format), new Findings());
        LineWriter writer = of(system).form(format).orElseThrow().writer().apply(out);
        writer.start(head(system, format));
        for (DeliveryLine line : lines(system)) {
            checks.check(line);
            writer.line(line);
        }
        writer.end(checks.totals());
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void takesWhatItWrites(String system, Format format) throws Exception {
        AtomicBoolean closed = new AtomicBoolean();

        byte[] content = written(system, format, closed);

        assertThat(closed).as("the stream is its owner's to close").isFalse();
        assertThat(written(system, format, closed)).as("the same each time").isEqualTo(content);
        if (format == Format.CSV) {
            Path delivery = Files.write(folder.resolve("delivery.csv"), content);
            assertThat(of(system).check(delivery).findings()).isEmpty();
        } else {
            of(system)
                    .form(format)
                    .orElseThrow()
                    .schema()
                    .orElseThrow()
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(content)));
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void hasAFormAtLeast_andNothingToSayAboutRightLines(String system) {
        assertThat(Format.values()).anyMatch(format -> of(system).form(format).isPresent());
        assertThat(found(system, lines(system))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void refusesWhatTheRecipientCannotBeTold(String system) {
        String value = file(system).rules().values().first();
        DeliveryLine right = line(system, 0, key(system, 0), value);
        DeliveryLine ofAnotherYear = new DeliveryLine(
                right.id(),
                right.key(),
                value,
                right.from().plusYears(3),
                right.until().plusYears(3));

        assertThat(found(system, List.of(line(system, 0, key(system, 0), "Z9"))))
                .as("a value it does not know")
                .isNotEmpty();
        assertThat(found(system, List.of(line(system, 0, "é;x", value))))
                .as("no key of its")
                .isNotEmpty();
        assertThat(found(system, List.of(new DeliveryLine("XYZ", right.key(), value, right.from(), right.until()))))
                .as("no line id")
                .isNotEmpty();
        assertThat(found(system, List.of(right, right))).as("a line twice").isNotEmpty();
        assertThat(found(system, List.of(ofAnotherYear))).as("of another year").isNotEmpty();
    }
}
