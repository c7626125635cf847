package be.zeef.source.magda;

import be.zeef.security.Xml;
import be.zeef.settings.Settings;
import be.zeef.source.Inscription;
import be.zeef.subject.Insz;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Fills the request template of one service; what comes out was held against its schema. Thread-safe. */
final class InscriptionRequest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss'.000'");
    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");

    private final String template;
    private final Schema schema;
    private final Settings.Sender sender;

    InscriptionRequest(Path mappings, Inscription kind, Settings.Sender sender) {
        Path folder = mappings.resolve("sources/magda").resolve(service(kind));
        try {
            this.template = Files.readString(folder.resolve("request.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.schema = Xml.schema(folder.resolve("soap.xsd"));
        this.sender = sender;
    }

    static String service(Inscription kind) {
        return (kind == Inscription.REGISTER ? "RegistreerInschrijving" : "RegistreerUitschrijving") + "-02.00";
    }

    Schema schema() {
        return schema;
    }

    /** @throws IllegalStateException when the template gives what its own schema refuses: a defect of the mapping */
    Document fill(String referte, Insz person, LocalDate begin, ZonedDateTime now) {
        ZonedDateTime there = now.withZoneSameInstant(BRUSSELS);
        Map<String, String> values = Map.of(
                "datum", there.toLocalDate().toString(),
                "tijd", TIME.format(there),
                "uri", sender.uri(),
                "hoedanigheid", sender.capacity(),
                "referte", referte,
                "insz", person.digits(),
                "begin", begin.toString());
        Matcher places = PLACE.matcher(template);
        String text = places.replaceAll(place -> Matcher.quoteReplacement(escaped(values.get(place.group(1)))));
        try {
            Document document = Xml.documents().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            schema.newValidator().validate(new DOMSource(document));
            return document;
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(
                    "the request template breaks its own schema; correct mappings/sources/magda");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
