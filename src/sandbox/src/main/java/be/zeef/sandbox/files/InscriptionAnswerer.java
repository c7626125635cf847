package be.zeef.sandbox.files;

import be.zeef.sandbox.Repertory;
import be.zeef.sandbox.city.CityIndex;
import be.zeef.security.PrivateFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/** Answers one file of inscriptions or of their endings, person by person, as a stream. */
final class InscriptionAnswerer {

    private final CityIndex city;
    private final Repertory repertory;
    private final QuestionReader reader;
    private String uri = "";
    private String batch = "";
    private String referte = "";
    private String insz = "";
    private boolean answering;

    InscriptionAnswerer(CityIndex city, Repertory repertory, QuestionReader reader) {
        this.reader = reader;
        this.city = city;
        this.repertory = repertory;
    }

    void answer(Path question, Path answer) throws IOException, XMLStreamException {
        boolean register = question.getFileName().toString().startsWith("regin");
        String service = register ? "RegistreerInschrijving" : "RegistreerUitschrijving";
        try (BufferedWriter out = PrivateFiles.writer(answer)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p:" + service + "Response xmlns:p=\"http://service."
                    + service.toLowerCase(Locale.ROOT)
                    + "dienst-02_00.repertorium-02_00.vip.vlaanderen.be\"><Repliek>");
            reader.read(question, (parent, name, text) -> {
                switch (name) {
                    case "Identificatie" -> uri = text;
                    case "Referte" -> referte(parent, text);
                    case "INSZ" -> insz = text;
                    case "Context" -> out.write(Envelope.context(service, uri, batch));
                    case "Vraag" -> person(out, register);
                    default -> {
                        // the rest of the question changes nothing here
                    }
                }
            });
            out.write((answering ? "</Antwoorden>" : "") + "</Repliek></p:" + service + "Response>\n");
        }
        repertory.flush();
    }

    private void referte(String parent, String text) throws XMLStreamException {
        if (text.isEmpty() || text.length() > 36) {
            throw new XMLStreamException("10001 a Referte has 1 to 36 characters");
        }
        if ("Afzender".equals(parent)) {
            batch = text;
        } else {
            referte = text;
        }
    }

    private void person(Writer out, boolean register) throws IOException {
        if (!answering) {
            out.write("<Antwoorden>");
            answering = true;
        }
        long person = Long.parseLong(insz);
        out.write("<Antwoord><Referte>" + referte + "</Referte>");
        if (!city.known(person) && register) {
            out.write(result(false) + Envelope.exceptions("30003", "FOUT", "Onbestaand INSZ"));
        } else if (register ? repertory.add(uri, person) : repertory.remove(uri, person)) {
            out.write(result(true));
        } else if (register) {
            out.write(result(true) + Envelope.exceptions("40143", "WAARSCHUWING", "De inschrijving bestaat al"));
        } else {
            out.write(result(false) + Envelope.exceptions("40003", "FOUT", "Geen inschrijving aanwezig"));
        }
        out.write("</Antwoord>\n");
    }

    private static String result(boolean good) {
        return "<Inhoud><Resultaat Beschrijving=\"" + (good ? "Wel geslaagd\">1" : "Niet geslaagd\">0")
                + "</Resultaat></Inhoud>";
    }
}
