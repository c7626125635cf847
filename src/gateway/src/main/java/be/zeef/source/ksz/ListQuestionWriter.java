package be.zeef.source.ksz;

import be.zeef.source.ListQuestion;
import be.zeef.source.PersonList;
import be.zeef.source.StatusAsked;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes one question: a prefixed root and children in no namespace, never {@code xmlns=""}, which MAGDA's adapters
 * refuse with a misleading 99994.
 */
final class ListQuestionWriter {

    private static final String NAMESPACE =
            "http://service.geefsociaalstatuutvoorlijstdienst-02_00.soczek-02_00.vip.vlaanderen.be";

    private final OutputStream out;

    ListQuestionWriter(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    void write(ListQuestion question) throws IOException {
        text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gssvl:GeefSociaalStatuutVoorLijst xmlns:gssvl=\"" + NAMESPACE
                + "\"><Verzoek><Vragen><Vraag><Referte>" + escaped(question.referte())
                + "</Referte><Inhoud><Criteria><Operatie>" + escaped(question.operation())
                + "</Operatie><SocialeStatuten>");
        for (StatusAsked status : question.statuses()) {
            status(status);
        }
        text("</SocialeStatuten><Personen>");
        persons(question.persons());
        text("</Personen></Criteria></Inhoud></Vraag></Vragen></Verzoek></gssvl:GeefSociaalStatuutVoorLijst>\n");
        out.flush();
    }

    private void status(StatusAsked status) throws IOException {
        text("<SociaalStatuut><Naam>" + escaped(status.name()) + "</Naam><Datum><Datum>" + status.on()
                + "</Datum></Datum>");
        if (!status.postcodes().isEmpty()) {
            text("<Locatie><Postcodes>");
            for (String postcode : status.postcodes()) {
                text("<Postcode>" + escaped(postcode) + "</Postcode>");
            }
            text("</Postcodes></Locatie>");
        }
        if (status.maximumAge().isPresent()) {
            text("<Leeftijd><Maximum>" + status.maximumAge().getAsInt() + "</Maximum></Leeftijd>");
        }
        text("</SociaalStatuut>");
    }

    /** Straight to bytes: this is the part that grows with the city. */
    private void persons(PersonList persons) throws IOException {
        byte[] line = "<Persoon>00000000000</Persoon>\n".getBytes(StandardCharsets.US_ASCII);
        int digits = "<Persoon>".length();
        for (int i = 0; i < persons.size(); i++) {
            long insz = persons.at(i);
            for (int place = digits + 10; place >= digits; place--) {
                line[place] = (byte) ('0' + insz % 10);
                insz /= 10;
            }
            out.write(line);
        }
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
