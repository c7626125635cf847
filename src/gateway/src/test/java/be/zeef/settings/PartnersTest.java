package be.zeef.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Homes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partners in the settings: any name, laid over the built-in ones, and never where they once stood. */
class PartnersTest {

    @TempDir
    Path folder;

    private Settings read(String file) throws IOException {
        return SettingsFile.read(Files.writeString(folder.resolve("zeef.yaml"), file), Map.of());
    }

    @Test
    void takesAPartnerOfAnyName_andFillsInWhatItNeedNotSay() throws IOException {
        Path home = Homes.copy(folder.resolve("home"));
        Files.copy(
                home.resolve("mappings/recipients/childcare/recipient.yaml"),
                Files.createDirectories(home.resolve("mappings/recipients/library"))
                        .resolve("recipient.yaml"));
        Partner library = read("home: " + home + """

                partners:
                  library: {host: books.example, port: 22, user: zeef, out: answers, poll: PT5M}
                """).partner("library");

        assertThat(library)
                .isEqualTo(new Partner(
                        "books.example", 22, "zeef", "", "", "answers", Duration.ofMinutes(5), Duration.ofDays(1)));
    }

    @Test
    void laysWhatIsSaidOfAPartnerOverWhatIsBuiltIn() throws IOException {
        Partner ivago = read("partners: {ivago: {port: 2222}}").partner("ivago");

        assertThat(ivago.port()).isEqualTo(2222);
        assertThat(ivago.user()).isEqualTo("zeef");
    }

    @Test
    void namesThePlace_whereAPartnerIsMissing() throws IOException {
        Settings settings = read("profile: sandbox");

        assertThatThrownBy(() -> settings.partner("library"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("partners.library");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {ivago: {host: a.example}} | ivago stands at partners.ivago now
            {education: {}} | education stands at partners.education now
            {groeipakket: {user: zeef}} | groeipakket.user stands at partners.groeipakket.user now
            {payment: {host: a.example}} | payment.host stands at partners.bank.host now
            {magda: {files: {toVip: in}}} | magda.files.toVip stands at partners.magdaFiles.in now
            """)
    void namesTheNewPlaceOfASettingThatMoved(String old, String told) {
        assertThatThrownBy(() -> read(old))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("zeef.yaml: line 1: " + told);
    }

    @Test
    void keepsThePasswordOutOfItsText() throws IOException {
        assertThat(read("partners: {magdaFiles: {password: quite-secret}}").partner("magdaFiles"))
                .asString()
                .doesNotContain("quite-secret");
    }
}
