package be.zeef.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.Settings;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionLanguage.Batch;
import be.zeef.source.ListQuestion;
import be.zeef.source.PersonList;
import be.zeef.source.StatusAsked;
import be.zeef.source.inscription.InscriptionFileLanguage;
import be.zeef.source.ksz.KszListLanguage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** MAGDA's own schemas accept every file we send; no file resets the namespace, which MAGDA's adapters refuse. */
class MessagesSentTest {

    private static final PersonList PEOPLE = new PersonList() {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public long at(int place) {
            return place == 0 ? 62_691_699_717L : 66_691_666_644L;
        }
    };

    private static void accepted(String schema, ByteArrayOutputStream message) throws Exception {
        OfficialSchemas.magda(schema)
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(message.toByteArray())));
        assertThat(message.toString(StandardCharsets.UTF_8)).doesNotContain("xmlns=\"");
    }

    @Test
    void shouldBeAccepted_whenAListQuestionIsSent() throws Exception {
        OfficialSchemas.present();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        StatusAsked status =
                new StatusAsked("BIM_BVT", LocalDate.of(2026, 1, 1), List.of("9000", "9030"), OptionalInt.of(24));
        new KszListLanguage(Path.of("mappings"))
                .write(
                        new ListQuestion("gssvl.xml", UUID.randomUUID().toString(), "ZEEF", List.of(status), PEOPLE),
                        message);
        accepted("SocZek.GeefSociaalStatuutVoorLijstDienst-02.00/Service/GeefSociaalStatuutVoorLijst.xsd", message);
    }

    @ParameterizedTest
    @EnumSource(Inscription.class)
    void shouldBeAccepted_whenAnInscriptionFileIsSent(Inscription kind) throws Exception {
        OfficialSchemas.present();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        new InscriptionFileLanguage(
                        Path.of("mappings"),
                        new Settings.Sender("gent.be/zeef", "ipdc0000"),
                        be.zeef.source.Exceptions.magda(Path.of("mappings")),
                        Clock.systemUTC())
                .write(new Batch(kind, "reg.xml", "0123456789abcdef0123", LocalDate.of(2026, 1, 1), PEOPLE), message);
        String service = kind == Inscription.REGISTER ? "RegistreerInschrijving" : "RegistreerUitschrijving";
        accepted("Repertorium." + service + "Dienst-02.00/Service/" + service + ".xsd", message);
    }
}
