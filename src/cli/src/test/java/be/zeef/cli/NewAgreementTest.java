package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.check.AgreementCheck;
import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sixth agreement, from {@code zeef agreement new} to what {@code zeef check} says of it. */
class NewAgreementTest {

    private static final String ID = "boom-zwemlessen";

    @TempDir
    Path home;

    @BeforeEach
    void makeHome() throws IOException {
        Files.createDirectories(home.resolve("mappings/agreements"));
        Files.copy(
                Path.of("mappings/agreements/agreement.schema.json"),
                home.resolve("mappings/agreements/agreement.schema.json"));
        for (String folder : List.of("mappings/sources", "mappings/recipients")) {
            Files.createSymbolicLink(home.resolve(folder), Path.of(folder).toAbsolutePath());
        }
        Files.writeString(home.resolve("zeef.yaml"), "home: " + home + "\n");
    }

    @Test
    void isAccepted_onceEverythingIsFilledIn() throws IOException {
        assertThat(make("childcare", "SOCIAL")).isZero();

        List<String> open = codes();
        assertThat(open).hasSizeGreaterThan(10).containsOnly("agreement.fill-in");

        fillIn();
        Report report = check();
        assertThat(report.acceptable()).as("%s", report).isTrue();
        assertThat(codes()).containsOnly("check.assumed");
    }

    @Test
    void isAccepted_withAServiceOfMagda() throws IOException {
        assertThat(Zeef.run(
                        "agreement",
                        "new",
                        ID,
                        "--config=" + home.resolve("zeef.yaml"),
                        "--title=Korting op zwemlessen",
                        "--source=magda",
                        "--status=BIM_BVT"))
                .isZero();
        fillIn();

        assertThat(check().acceptable()).as("%s", check()).isTrue();
        assertThat(home.resolve("mappings/agreements/" + ID + ".yaml"))
                .content()
                .contains("system: counter");
    }

    @Test
    void isRefused_whenTheRecipientDoesNotUnderstandAValue() throws IOException {
        make("childcare", "JA");
        fillIn();

        assertThat(codes()).contains("check.value-not-understood");
        assertThat(check().acceptable()).isFalse();
    }

    @Test
    void isRefused_whenItsRuleGivesAValueThatItDoesNotLetOut() throws IOException {
        make("childcare", "JA");
        fillIn();
        replace("mappings/agreements/" + ID + ".yaml", "JA: 1", "SOCIAL: 1");

        assertThat(codes()).contains("check.value-not-agreed").doesNotContain("check.value-not-understood");
    }

    @Test
    void isRefused_whenACaseDoesNotHold() throws IOException {
        make("childcare", "SOCIAL");
        fillIn();
        replace("conformance-tests/agreements/" + ID + ".csv", "no;NOT_ELIGIBLE", "no;UNDETERMINED");

        assertThat(codes()).contains("check.case");
    }

    @Test
    void writesNothingOver() throws IOException {
        make("childcare", "SOCIAL");
        fillIn();
        String before = Files.readString(home.resolve("mappings/agreements/" + ID + ".yaml"));

        assertThat(make("education", "A")).isNotZero();
        assertThat(home.resolve("mappings/agreements/" + ID + ".yaml")).hasContent(before);
    }

    private int make(String recipient, String value) {
        return Zeef.run(
                "agreement",
                "new",
                ID,
                "--config=" + home.resolve("zeef.yaml"),
                "--title=Korting op zwemlessen",
                "--source=list",
                "--subject=person",
                "--status=BIM_BVT",
                "--postcodes=2850",
                "--recipient=" + recipient,
                "--flag=tarief",
                "--values=" + value);
    }

    private void fillIn() throws IOException {
        replace("mappings/agreements/" + ID + ".yaml", "FILL IN: ", "");
    }

    private void replace(String file, String what, String with) throws IOException {
        Path path = home.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(what);
        Files.writeString(path, text.replace(what, with));
    }

    private List<String> codes() throws IOException {
        return check().findings().stream().map(Finding::code).toList();
    }

    private Report check() throws IOException {
        Path mappings = home.resolve("mappings");
        return AgreementCheck.of(new Agreements(mappings), mappings, ID);
    }
}
