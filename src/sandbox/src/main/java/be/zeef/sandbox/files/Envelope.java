package be.zeef.sandbox.files;

import be.zeef.subject.Today;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** The parts that all of MAGDA's answers share, as text. */
final class Envelope {

    private Envelope() {}

    static String context(String service, String uri, String referte) {
        LocalDateTime now = LocalDateTime.ofInstant(Today.wallClock().instant(), Today.ZONE);
        return "<Context><Naam>" + service + "</Naam><Versie>02.00.0000</Versie><Bericht><Type>ANTWOORD</Type>"
                + "<Tijdstip><Datum>" + now.toLocalDate() + "</Datum><Tijd>"
                + now.format(DateTimeFormatter.ofPattern("HH:mm:ss.SSS")) + "</Tijd></Tijdstip><Afzender>"
                + "<Identificatie>vip.vlaanderen.be</Identificatie><Naam>MagdaGateway</Naam><Referte>"
                + UUID.randomUUID() + "</Referte></Afzender><Ontvanger><Identificatie>" + uri
                + "</Identificatie><Referte>" + referte + "</Referte></Ontvanger></Bericht></Context>";
    }

    static String exceptions(String code, String type, String text) {
        return "<Uitzonderingen><Uitzondering><Identificatie>" + code + "</Identificatie><Oorsprong>MAGDA</Oorsprong>"
                + "<Type>" + type + "</Type><Diagnose>" + text + "</Diagnose></Uitzondering></Uitzonderingen>";
    }
}
