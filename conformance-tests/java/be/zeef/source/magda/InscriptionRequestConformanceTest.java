package be.zeef.source.magda;

import static org.assertj.core.api.Assertions.assertThatCode;

import be.zeef.conformance.OfficialSchemas;
import be.zeef.settings.Settings;
import be.zeef.source.Inscription;
import be.zeef.subject.Insz;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.UUID;
import javax.xml.transform.dom.DOMSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** MAGDA's own online schemas accept every inscription that goes over SOAP. */
class InscriptionRequestConformanceTest {

    @ParameterizedTest
    @EnumSource(Inscription.class)
    void shouldBeAccepted_whenAnInscriptionIsSent(Inscription kind) throws Exception {
        OfficialSchemas.present();
        Settings.Sender sender = new Settings.Sender("gent.be/zeef", "ipdc0000");
        Document request = new InscriptionRequest(Path.of("mappings"), kind, sender)
                .fill(
                        UUID.randomUUID().toString(),
                        Insz.ofChecked(62_691_699_717L),
                        LocalDate.of(2026, 1, 1),
                        ZonedDateTime.now());
        String service = kind == Inscription.REGISTER ? "RegistreerInschrijving" : "RegistreerUitschrijving";
        assertThatCode(() -> OfficialSchemas.magda(
                                "Repertorium." + service + "Dienst-02.00/WebService/" + service + ".xsd")
                        .newValidator()
                        .validate(new DOMSource(request)))
                .doesNotThrowAnyException();
    }
}
