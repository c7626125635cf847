package be.zeef.sandbox.ksz;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.conformance.CommonV3;
import be.zeef.conformance.Expected;
import be.zeef.sandbox.city.Buffer;
import be.zeef.sandbox.city.CityIndex;
import be.zeef.security.signing.SoapMessage;
import be.zeef.settings.SettingsFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.validation.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** What the sandbox' KSZ answers, held against KSZ's official envelope. */
class KszDeskTest {

    private static final KszAsked ASKED = new KszAsked(
            "5f0c7a52-7d2f-4e0e-9f0b-0f2b6d3c9a11",
            "2026-01-05T09:30:00+01:00",
            "0207451227",
            "ZEEF:SANDBOX",
            "66691666644",
            LocalDate.of(2026, 1, 1),
            List.of("BIM_BVT"),
            List.of("9000"),
            OptionalInt.of(70));

    @TempDir
    Path folder;

    private Schema official;
    private KszDesk desk;

    @BeforeEach
    void start() throws Exception {
        official = CommonV3.present();
        Files.writeString(folder.resolve("truth.csv"), "head\n66691666644;66691666644;2026-01-01;;;;;NORMAAL\n");
        Files.writeString(folder.resolve("population.csv"), "head\n66691666644;66691666644;01;9000;1966-09-16\n");
        desk = new KszDesk(
                insz -> true,
                new Buffer(CityIndex.read(folder)),
                insz -> true,
                SettingsFile.read(Path.of("no-such-zeef.yaml"), Map.of()).kszSoap());
    }

    @Test
    void answersInTheOfficialEnvelope_whenItKnows() throws IOException {
        String answer = desk.answer(ASKED, Optional.empty(), Optional.empty());

        assertThat(answer).contains("DATA_FOUND", "<applicable>true</applicable>");
        assertValid(answer);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"AGAINST_SCHEMA", "OLDER_FAULT", "BARE_FAULT"})
    void keepsTheEnvelope_whenItMisbehaves(KszMisbehaviour kind) throws IOException {
        assertValid(desk.answer(ASKED, Optional.of(kind), Optional.empty()));
    }

    private void assertValid(String answer) throws IOException {
        Element content = SoapMessage.read(answer.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .content();
        Element root = content.getLocalName().equals("Fault")
                ? (Element) content.getElementsByTagNameNS("*", "socialRightsAdvantageListFault")
                        .item(0)
                : content;
        Expected.valid(root, official);
    }
}
