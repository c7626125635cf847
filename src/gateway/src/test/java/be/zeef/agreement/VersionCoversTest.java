package be.zeef.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.agreement.Manifest.Change;
import be.zeef.agreement.Manifest.Difference;
import be.zeef.security.reading.Stylesheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The version of an agreement covers what decides: any edited byte of it makes another version and is named by its file. */
class VersionCoversTest {

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

    /** What each agreement asks, serves and passes; written from the agreements, not from the code. */
    static Stream<String> covered() {
        Stream<String> all = Stream.of(
                "gent-huisvuilzakken",
                "gent-onderwijs",
                "gent-uitpas",
                "heusden-zolder-kinderopvang",
                "heusden-zolder-lidgeld",
                "wingene-geboortepremie",
                "wingene-korting");
        Stream<String> each = all.flatMap(id -> Stream.of(
                id + " mappings/agreements/" + id + ".yaml",
                id + " mappings/agreements/agreement.schema.json",
                id + " mappings/rules/" + id + ".dmn",
                id + " mappings/recipients/receipt.xsd"));
        Stream<String> magda = Stream.of(
                        "gent-huisvuilzakken",
                        "gent-onderwijs",
                        "gent-uitpas",
                        "heusden-zolder-kinderopvang",
                        "heusden-zolder-lidgeld",
                        "wingene-korting")
                .flatMap(id -> Stream.of(
                                "sources/magda/exceptions.yaml",
                                "sources/magda/common.xsd",
                                "sources/magda/RegistreerInschrijving-02.00/request.xml",
                                "sources/magda/RegistreerInschrijving-02.00/soap.xsd",
                                "sources/magda/RegistreerInschrijving-02.01/service.yaml",
                                "sources/magda/RegistreerUitschrijving-02.00/soap.xsd")
                        .map(file -> id + " mappings/" + file));
        Stream<String> own = Stream.of(
                "gent-huisvuilzakken mappings/sources/ksz/GeefSociaalStatuutVoorLijst-02.00.xsd",
                "gent-huisvuilzakken mappings/sources/magda/RegistreerInschrijving-02.00/file.xsd",
                "gent-huisvuilzakken mappings/recipients/ivago/grants.xsd",
                "gent-huisvuilzakken mappings/recipients/ivago/recipient.yaml",
                "gent-huisvuilzakken mappings/recipients/ivago/receipt.xsd",
                "gent-huisvuilzakken routes/magda-lists.yaml",
                "gent-huisvuilzakken routes/magda-inscriptions.yaml",
                "gent-huisvuilzakken routes/magda.yaml",
                "gent-huisvuilzakken routes/ivago.yaml",
                "gent-onderwijs mappings/sources/magda/GeefGezinssamenstelling-02.02/facts.xslt",
                "gent-onderwijs mappings/sources/magda/GeefAanslagbiljetPersonenbelasting-02.00/request.xml",
                "gent-onderwijs mappings/sources/magda/GeefLeefloonperiodes-02.00/service.yaml",
                "gent-onderwijs mappings/recipients/education/columns.yaml",
                "gent-onderwijs mappings/recipients/education/tariffs.xsd",
                "gent-onderwijs routes/magda.yaml",
                "gent-onderwijs routes/education.yaml",
                "gent-uitpas mappings/sources/magda/GeefPersoon-02.02/soap.xsd",
                "gent-uitpas mappings/sources/magda/GeefSociaalStatuut-03.00/facts.xslt",
                "gent-uitpas mappings/recipients/uitpas/problems.yaml",
                "gent-uitpas routes/uitpas.yaml",
                "gent-uitpas routes/magda.yaml",
                "gent-uitpas routes/counter.yaml",
                "gent-uitpas routes/counter.openapi.yaml",
                "heusden-zolder-kinderopvang mappings/recipients/childcare/columns.yaml",
                "heusden-zolder-kinderopvang mappings/recipients/childcare/receipt.xsd",
                "heusden-zolder-kinderopvang routes/childcare.yaml",
                "heusden-zolder-kinderopvang mappings/rules/heusden-zolder-vakantie.dmn",
                "heusden-zolder-kinderopvang mappings/recipients/holidays/recipient.yaml",
                "heusden-zolder-kinderopvang mappings/recipients/holidays/columns.yaml",
                "heusden-zolder-kinderopvang mappings/recipients/holidays/receipt.xsd",
                "heusden-zolder-kinderopvang routes/holidays.yaml",
                "heusden-zolder-lidgeld mappings/sources/ksz-soap/SocialRightsAdvantageList-v1/facts.xslt",
                "heusden-zolder-lidgeld mappings/sources/ksz-soap/statuses.yaml",
                "heusden-zolder-lidgeld mappings/recipients/payment/pain.001.001.09.xslt",
                "heusden-zolder-lidgeld mappings/recipients/payment/pain.002.001.14.xsd",
                "heusden-zolder-lidgeld mappings/recipients/payment/reasons.yaml",
                "heusden-zolder-lidgeld routes/payment.yaml",
                "heusden-zolder-lidgeld routes/ksz-soap.yaml",
                "heusden-zolder-lidgeld routes/counter.openapi.yaml",
                "heusden-zolder-lidgeld security/profiles/ksz-x509.yaml",
                "wingene-geboortepremie mappings/recipients/payment/reasons.yaml",
                "wingene-geboortepremie mappings/sources/groeipakket/columns.yaml",
                "wingene-geboortepremie mappings/sources/groeipakket/allowances.xsd",
                "wingene-geboortepremie mappings/recipients/payment/pain.001.001.09.xslt",
                "wingene-geboortepremie mappings/recipients/payment/pain.001.001.09.xsd",
                "wingene-geboortepremie mappings/recipients/payment/pain.002.001.10.xsd",
                "wingene-geboortepremie routes/groeipakket.yaml",
                "wingene-geboortepremie routes/payment.yaml",
                "wingene-korting mappings/sources/magda/GeefKindVoordelen-02.00/facts.xslt",
                "wingene-korting routes/magda.yaml",
                "wingene-korting routes/counter.yaml");
        return Stream.of(each, magda, own).flatMap(lines -> lines);
    }

    @Test
    void shouldNameTheFile_whenOneByteOfItIsEdited() throws IOException {
        for (String line : covered().toList()) {
            String id = line.substring(0, line.indexOf(' '));
            String file = line.substring(line.indexOf(' ') + 1);
            Manifest before = manifest(id);
            byte[] bytes = Files.readAllBytes(home.resolve(file));
            Files.write(home.resolve(file), new byte[] {'\n'}, StandardOpenOption.APPEND);
            Manifest after = manifest(id);
            Files.write(home.resolve(file), bytes);

            assertThat(after.version()).as(line).isNotEqualTo(before.version());
            assertThat(before.differences(after)).as(line).containsExactly(new Difference(Change.CHANGED, file));
            assertThat(manifest(id).version()).as("put back").isEqualTo(before.version());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gent-uitpas, mappings/sources/magda/GeefPersoon-02.02/other.xslt",
        "gent-uitpas, mappings/sources/magda/extra.xsd",
        "gent-uitpas, mappings/recipients/uitpas/deeper/map.yaml",
        "gent-uitpas, mappings/sources/magda/GeefPersoon-02.02/SOAP.xsd",
        "wingene-geboortepremie, mappings/recipients/payment/extra.xslt"
    })
    void shouldNameAFileThatAppeared(String id, String file) throws IOException {
        Manifest before = manifest(id);
        Files.createDirectories(home.resolve(file).getParent());
        Files.writeString(home.resolve(file), "new");

        assertThat(before.differences(manifest(id))).containsExactly(new Difference(Change.NEW, file));
    }

    @Test
    void shouldNameAFileThatIsGone() throws IOException {
        Manifest before = manifest("gent-uitpas");
        Files.delete(home.resolve("mappings/recipients/uitpas/problems.yaml"));

        assertThat(before.differences(manifest("gent-uitpas")))
                .containsExactly(new Difference(Change.GONE, "mappings/recipients/uitpas/problems.yaml"));
    }

    @Test
    void shouldCountALinkAsWhatItPointsTo() throws IOException {
        Manifest before = manifest("gent-uitpas");
        Path service = home.resolve("mappings/sources/magda/GeefPersoon-02.02");
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(service, elsewhere);
        Files.createSymbolicLink(service, elsewhere);
        assertThat(manifest("gent-uitpas")).isEqualTo(before);

        Files.writeString(elsewhere.resolve("request.xml"), "<other/>");
        assertThat(before.differences(manifest("gent-uitpas")))
                .containsExactly(
                        new Difference(Change.CHANGED, "mappings/sources/magda/GeefPersoon-02.02/request.xml"));
    }

    @Test
    void shouldCoverWhatASchemaOrStylesheetDrawsIn() throws IOException {
        String fromAside = "<xsl:stylesheet version='3.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'/>";
        Path sheet = home.resolve("mappings/sources/magda/GeefPersoon-02.02/facts.xslt");
        Path aside = Files.createDirectories(home.resolve("mappings/sources/magda/shared"));
        Files.writeString(aside.resolve("shared.xslt"), fromAside);
        Files.writeString(
                sheet,
                Files.readString(sheet)
                        .replaceFirst("(<xsl:stylesheet[^>]*>)", "$1<xsl:include href='../shared/shared.xslt'/>"));
        Stylesheet.compile(sheet);
        Manifest before = manifest("gent-uitpas");
        assertThat(before.files()).containsKey("mappings/sources/magda/shared/shared.xslt");

        Files.writeString(aside.resolve("shared.xslt"), fromAside + "\n");
        assertThat(before.differences(manifest("gent-uitpas")))
                .containsExactly(new Difference(Change.CHANGED, "mappings/sources/magda/shared/shared.xslt"));
        assertThat(manifest("gent-onderwijs").files()).doesNotContainKey("mappings/sources/magda/shared/shared.xslt");
    }

    @Test
    void shouldKeepItsVersion_whenWhatOthersDecideWithChanges() throws IOException {
        Manifest before = manifest("gent-uitpas");
        for (String file : List.of(
                "mappings/agreements/gent-onderwijs.yaml",
                "mappings/rules/gent-onderwijs.dmn",
                "mappings/sources/magda/GeefLeefloonperiodes-02.00/facts.xslt",
                "mappings/recipients/education/columns.yaml",
                "mappings/recipients/uitpas/README.md")) {
            Files.write(home.resolve(file), new byte[] {'\n'}, StandardOpenOption.APPEND);
        }
        assertThat(manifest("gent-uitpas")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.xslt", ".hidden.xslt", "line\nfeed.xslt", "é.xslt"})
    void shouldRefuseAFileNameThatCannotBeSignedFor(String name) throws IOException {
        Files.writeString(
                home.resolve("mappings/sources/magda/GeefPersoon-02.02").resolve(name), "x");

        assertThatThrownBy(() -> manifest("gent-uitpas")).hasMessageContaining("agreement.file-name");
    }
}
