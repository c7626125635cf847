package be.zeef.source.kszsoap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.conformance.CommonV3;
import be.zeef.conformance.Expected;
import be.zeef.conformance.OfficialSchemas;
import be.zeef.security.reading.Xml;
import be.zeef.source.Exceptions;
import be.zeef.source.Meaning;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.transform.dom.DOMSource;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Our question in KSZ's official envelope, and the answers KSZ publishes of a sister service as we read them. */
class KszEnvelopeTest {

    private static final Map<String, List<String>> PLACES = Map.of(
            "referte", List.of("5f0c7a52-7d2f-4e0e-9f0b-0f2b6d3c9a11"),
            "tijdstip", List.of("2026-01-05T09:30:00.123+01:00"),
            "ondernemingsnummer", List.of("0207451227"),
            "context", List.of("ZEEF:TEST"),
            "insz", List.of("66691666644"),
            "op", List.of("2026-01-01"),
            "statuut", List.of("BIM_BVT", "PCSA_AND_BIM_HELP"),
            "postcode", List.of("9000", "9030"),
            "leeftijd", List.of("24"));

    @Test
    void isValidInTheOfficialEnvelope_whenTheQuestionIsOurs() throws Exception {
        var official = CommonV3.present();
        KszService service = KszService.read(Path.of("mappings"), KszQuestions.SOCIAL_RIGHTS);
        Document question = service.template().filled(PLACES);

        Expected.valid(question, official);

        Element context =
                (Element) question.getElementsByTagName("legalContext").item(0);
        context.getParentNode().removeChild(context);
        assertThatThrownBy(() -> official.newValidator().validate(new DOMSource(question)))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void isTheOneThatIsExpected_whenEverythingIsAsked() {
        Expected.holds(
                "ksz/question",
                KszService.read(Path.of("mappings"), KszQuestions.SOCIAL_RIGHTS)
                        .template()
                        .filled(PLACES));
    }

    @Test
    void namesNoPlaceAndNoAge_whenNoneIsAskedAbout() {
        Map<String, List<String>> places = new TreeMap<>(PLACES);
        places.keySet().removeAll(List.of("postcode", "leeftijd"));

        Document question = KszService.read(Path.of("mappings"), KszQuestions.SOCIAL_RIGHTS)
                .template()
                .filled(places);

        Expected.holds("ksz/question-without-place-and-age", question);
    }

    @Test
    void areUnderstood_whenTheyAreTheAnswersKszPublishes() throws Exception {
        OfficialSchemas.present();
        Exceptions catalogue = Exceptions.read(Path.of("mappings/sources/ksz-soap/statuses.yaml"));
        KszAnswer answer = KszAnswer.read(sample("Response-noResult").getDocumentElement());

        assertThat(answer.ticket()).isEqualTo("5f0c7a52-7d2f-4e0e-9f0b-0f2b6d3c9a11");
        assertThat(answer.askedAbout()).isEqualTo("66691666644");
        assertThat(KszReply.of(answer, catalogue))
                .extracting(KszReply::code, KszReply::meaning)
                .containsExactly("MSG00012", Meaning.REGISTER);

        Document fault = sample("Fault");
        Element detail = fault.createElement("detail");
        detail.appendChild(fault.getDocumentElement());
        assertThat(KszReply.of(KszFault.read(Optional.of(detail)), catalogue))
                .extracting(KszReply::code, KszReply::meaning)
                .containsExactly("MSG00003", Meaning.RETRY);
    }

    private static Document sample(String name) throws Exception {
        Path file = OfficialSchemas.CONTRACTS.resolve("ksz/ksz-handi-consultFilesByDate" + name + ".xml");
        return Xml.documents().newDocumentBuilder().parse(file.toFile());
    }
}
