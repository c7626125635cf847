package be.zeef.source.inscription;

import be.zeef.settings.Settings;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionLanguage.Batch;
import be.zeef.subject.Insz;
import be.zeef.subject.Today;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes one file: prefixed root, unqualified children, never {@code xmlns=""}. */
final class InscriptionFileWriter {

    /** Some services refuse milliseconds other than .000 (magda.md §4). */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss'.000'");

    private final Settings.Sender sender;
    private final Clock clock;

    InscriptionFileWriter(Settings.Sender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    void write(Batch batch, OutputStream out) throws IOException {
        String service = InscriptionFileLanguage.service(batch.kind());
        Writer xml = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rep:" + service + " xmlns:rep=\"http://service."
                + service.toLowerCase(Locale.ROOT) + "dienst-02_00.repertorium-02_00.vip.vlaanderen.be\"><Verzoek>");
        context(xml, service, batch.referte());
        xml.write("<Vragen>");
        for (int place = 0; place < batch.persons().size(); place++) {
            question(xml, batch, place);
        }
        xml.write("</Vragen></Verzoek></rep:" + service + ">\n");
        xml.flush();
    }

    private void context(Writer xml, String service, String referte) throws IOException {
        ZonedDateTime now = clock.instant().atZone(Today.ZONE);
        xml.write("<Context><Naam>" + service
                + "</Naam><Versie>02.00.0000</Versie><Bericht><Type>VRAAG</Type><Tijdstip>"
                + "<Datum>" + now.toLocalDate() + "</Datum><Tijd>" + TIME.format(now) + "</Tijd></Tijdstip><Afzender>"
                + "<Identificatie>" + escaped(sender.uri()) + "</Identificatie><Referte>" + escaped(referte)
                + "</Referte><Hoedanigheid>" + escaped(sender.capacity())
                + "</Hoedanigheid></Afzender></Bericht></Context>");
    }

    private void question(Writer xml, Batch batch, int place) throws IOException {
        String element = batch.kind() == Inscription.REGISTER ? "Inschrijving" : "Uitschrijving";
        xml.write("<Vraag><Referte>" + escaped(batch.referte()) + "-" + place + "</Referte><Inhoud><" + element
                + "><Identificatie>" + escaped(sender.uri()) + "</Identificatie><Hoedanigheid>"
                + escaped(sender.capacity()) + "</Hoedanigheid><INSZ>"
                + Insz.ofChecked(batch.persons().at(place)).digits() + "</INSZ>");
        if (batch.kind() == Inscription.REGISTER) {
            xml.write("<Periode><Begin>" + batch.begin() + "</Begin></Periode>");
        }
        xml.write("</" + element + "></Inhoud></Vraag>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
