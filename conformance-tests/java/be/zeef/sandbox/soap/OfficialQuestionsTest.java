package be.zeef.sandbox.soap;

import static be.zeef.sandbox.soap.TestClient.CAPACITY;
import static be.zeef.sandbox.soap.TestClient.URI_OF_SENDER;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.conformance.Expected;
import be.zeef.conformance.OfficialQuestions;
import be.zeef.conformance.OfficialSchemas;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.Repertory;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.city.Children;
import be.zeef.sandbox.city.CityMaker;
import be.zeef.sandbox.city.CityOptions;
import be.zeef.sandbox.city.People;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.Schema;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Whatever MAGDA's published schemas allow as a question, the sandbox' MAGDA answers: with each optional part, each choice and
 * each repetition, and however its namespaces are written. What they refuse it refuses too.
 */
class OfficialQuestionsTest {

    private static final int PLENTY = 10_000;
    private static final String FAULT = "Fault>";

    @TempDir
    static Path folder;

    private static Repertory repertory;
    private static MagdaSoapServer server;
    private static TestClient client;
    private static String person;

    @BeforeAll
    static void start() throws Exception {
        OfficialSchemas.present();
        Path city = folder.resolve("city");
        CityMaker.make(city, CityOptions.ghent(60, 2026, 0));
        People people = People.of(city, 2026);
        person = Files.readAllLines(city.resolve("people.csv")).get(1).split(";")[0];
        ReadyKeys.copy(folder.resolve("gateway"), folder.resolve("far"));
        Keys gateway = Keys.in(folder.resolve("gateway"));
        SandboxKeys keys = SandboxKeys.in(folder.resolve("far"), gateway);
        repertory = new Repertory(folder.resolve("repertory.log"));
        server = MagdaSoapServer.start(
                0,
                keys,
                insz -> insz == Long.parseLong(person),
                repertory,
                () -> people,
                Children.NONE,
                Set.of(new Settings.Sender(URI_OF_SENDER, CAPACITY), new Settings.Sender(URI_OF_SENDER, "")),
                PLENTY);
        client = new TestClient(gateway, keys, server.url(), true);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            repertory.close();
        }
    }

    @AfterEach
    void asFreeAsItsSchemas() {
        server.strict(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GeefPersoon-02.02",
                "GeefGezinssamenstelling-02.02",
                "GeefSociaalStatuut-03.00",
                "GeefLeefloonperiodes-02.00",
                "GeefLeefloonbedragen-02.00",
                "GeefAanslagbiljetPersonenbelasting-02.00",
                "GeefKindVoordelen-02.00",
                "RegistreerInschrijving-02.00",
                "RegistreerInschrijving-02.01",
                "RegistreerUitschrijving-02.00"
            })
    void areAnswered(String service) throws Exception {
        repertory.add(URI_OF_SENDER, Long.parseLong(person));
        Schema official = OfficialSchemas.question(service);
        List<Document> questions = OfficialQuestions.of(service, (path, type) -> values(service, path, type));
        assertThat(questions).hasSizeGreaterThan(12);
        Element fullest = questions.get(questions.size() - 1).getDocumentElement();
        assertThat(fullest.getElementsByTagName("Gebruiker").getLength()).isEqualTo(2);

        for (Document question : questions) {
            String text = text(question);
            Expected.valid(question, official);
            assertThat(asked(text)).as(text).doesNotContain(FAULT).contains("<Antwoorden>");
        }
        String reset = reset(text(questions.get(questions.size() - 1)));
        Expected.valid(TestClient.parse(reset), official);
        assertThat(asked(reset)).as(reset).doesNotContain(FAULT).contains("<Antwoorden>");
        server.strict(true);
        assertThat(asked(reset)).contains(">99994<").doesNotContain("<Antwoorden>");
        assertThat(asked(text(questions.get(0)))).contains("<Antwoorden>");
        assertThat(asked(text(questions.get(0)).replace(":00.000<", "<"))).contains("10001");
    }

    /** Each element of the least question is left out in its turn. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GeefPersoon-02.02",
                "GeefSociaalStatuut-03.00",
                "GeefLeefloonbedragen-02.00",
                "RegistreerInschrijving-02.00"
            })
    void areRefused_whenThePublishedSchemaRefusesThem(String service) throws Exception {
        Schema official = OfficialSchemas.question(service);
        Document least = OfficialQuestions.of(service, (path, type) -> values(service, path, type))
                .get(0);
        int elements = least.getElementsByTagName("*").getLength();
        for (int i = 1; i < elements; i++) {
            Document without = (Document) least.cloneNode(true);
            NodeList all = without.getElementsByTagName("*");
            Element left = (Element) all.item(i);
            left.getParentNode().removeChild(left);
            boolean allowed = allows(official, without);

            assertThat(asked(text(without)).contains("10001"))
                    .as("without %s", left.getTagName())
                    .isEqualTo(!allowed);
        }
    }

    private static boolean allows(Schema schema, Document question) throws Exception {
        try {
            schema.newValidator().validate(new DOMSource(question));
            return true;
        } catch (SAXException e) {
            return false;
        }
    }

    /** Asked with Refertes of its own, for none is used twice. */
    private static String asked(String question) throws Exception {
        HttpResponse<String> answer = client.send(TestClient.envelope(
                question.replace("REFERTE", UUID.randomUUID().toString())));
        return answer.body();
    }

    private static String text(Document question) throws TransformerException {
        Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        writer.transform(new DOMSource(question), new StreamResult(text));
        return text.toString();
    }

    /** The same as the client of Digitaal Vlaanderen writes it: {@code <GeefPersoon xmlns="…"><Verzoek xmlns="">}. */
    private static String reset(String question) {
        return question.replace("<w:", "<")
                .replace("</w:", "</")
                .replace("xmlns:w=", "xmlns=")
                .replace("<Verzoek>", "<Verzoek xmlns=\"\">");
    }

    /** What may stand in one place; by its name where the sandbox looks at it, else by its type. */
    private static List<String> values(String service, String path, XmlSchemaSimpleType type) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (path.endsWith("/Bericht/Type")) {
            // the others are no questions
            return List.of("VRAAG");
        }
        List<String> listed = listed(type);
        return listed.isEmpty() ? List.of(value(service, path, name)) : listed;
    }

    private static String value(String service, String path, String name) {
        return switch (name) {
            case "Referte" -> "REFERTE";
            case "Versie" -> service.substring(service.indexOf('-') + 1) + ".0000";
            case "Identificatie" -> URI_OF_SENDER;
            case "Hoedanigheid" -> CAPACITY;
            case "INSZ", "Sleutel", "Gebruiker" -> person;
            case "Tijd" -> "09:30:00.000";
            case "Datum", "Begin", "Einde", "Begindatum", "Einddatum" -> "2026-07-16";
            case "BeginMaand", "EindeMaand" -> "2026-07";
            case "Jaar", "Inkomensjaar" -> "2025";
            case "IPCALCode" -> "7555";
            case "AantalJaarTerug" -> "2";
            case "Bron" -> "RR";
            case "Taal" -> "nl";
            case "Minimum", "Maximum" -> "18";
            case "Type" -> "PERS";
            default -> path.endsWith("/Context/Naam") ? service.substring(0, service.indexOf('-')) : "Iets";
        };
    }

    private static List<String> listed(XmlSchemaSimpleType type) {
        List<String> values = new ArrayList<>();
        if (type.getContent() instanceof XmlSchemaSimpleTypeRestriction restriction) {
            restriction.getFacets().stream()
                    .filter(XmlSchemaEnumerationFacet.class::isInstance)
                    .forEach(facet -> values.add(facet.getValue().toString()));
        }
        return values;
    }
}
