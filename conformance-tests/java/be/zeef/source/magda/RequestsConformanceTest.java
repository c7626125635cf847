package be.zeef.source.magda;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.conformance.Expected;
import be.zeef.conformance.OfficialSchemas;
import be.zeef.settings.Settings;
import be.zeef.source.RequestTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** MAGDA's own online schemas accept every question that goes over SOAP, of every service there is a folder for. */
class RequestsConformanceTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Settings.Sender SENDER = new Settings.Sender("gent.be/zeef", "ipdc0000");
    private static final String REFERTE = "5f0c7a52-7d2f-4e0e-9f0b-0f2b6d3c9a11";
    private static final ZonedDateTime MOMENT = ZonedDateTime.parse("2026-07-16T09:30:00.123+02:00");

    static List<String> services() throws IOException {
        try (Stream<Path> folders = Files.list(MAPPINGS.resolve("sources/magda"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyServiceOfTheContractHasAFolder() throws IOException {
        assertThat(services())
                .contains(
                        "GeefPersoon-02.02",
                        "GeefGezinssamenstelling-02.02",
                        "GeefSociaalStatuut-03.00",
                        "GeefLeefloonperiodes-02.00",
                        "GeefLeefloonbedragen-02.00",
                        "GeefAanslagbiljetPersonenbelasting-02.00",
                        "GeefKindVoordelen-02.00",
                        "RegistreerInschrijving-02.00",
                        "RegistreerInschrijving-02.01",
                        "RegistreerUitschrijving-02.00");
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldBeTheOneThatIsExpected_whenAQuestionIsSent(String service) {
        Expected.holds("magda/" + service, question(service));
    }

    private static Document question(String service) {
        Map<String, List<String>> values = new HashMap<>(RequestTemplate.day(LocalDate.of(2026, 7, 16)));
        values.put("insz", List.of("62691699717"));
        values.put("begin", List.of("2026-01-01"));
        values.put("statuut", List.of("A", "B", "C", "D", "E", "F", "G", "H"));
        values.put("code", List.of("7555", "7557"));
        return MagdaService.read(MAPPINGS, service).request(SENDER, REFERTE, MOMENT, values);
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldBeAccepted_whenAQuestionIsSent(String service) throws Exception {
        OfficialSchemas.present();
        Document request = question(service);

        Expected.valid(request, OfficialSchemas.question(service));
        assertThat(request.getDocumentElement().getPrefix())
                .as("MAGDA's adapters refuse a root without a prefix")
                .isNotNull();
    }
}
