package be.zeef.sandbox.soap;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** MAGDA's answers as text: empty SOAP header, prefixed root, the question's Referte echoed, one of its own. */
final class Answers {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private Answers() {}

    static String fault(String code, String text, String detail) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><SOAP-ENV:Envelope xmlns:SOAP-ENV=\"" + ENVELOPE
                + "\"><SOAP-ENV:Header/><SOAP-ENV:Body><SOAP-ENV:Fault><faultcode>SOAP-ENV:" + code
                + "</faultcode><faultstring>" + text + "</faultstring>"
                + (detail.isEmpty() ? "" : "<detail><message>" + detail + "</message></detail>")
                + "</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>";
    }

    static String envelope(Asked asked, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><SOAP-ENV:Envelope xmlns:SOAP-ENV=\"" + ENVELOPE
                + "\"><SOAP-ENV:Header/><SOAP-ENV:Body><p:" + asked.service() + "Response xmlns:p=\""
                + asked.namespace()
                + "\"><Repliek>" + context(asked) + content + "</Repliek></p:" + asked.service()
                + "Response></SOAP-ENV:Body></SOAP-ENV:Envelope>";
    }

    private static String context(Asked asked) {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Europe/Brussels"));
        return "<Context><Naam>" + asked.service() + "</Naam><Versie>02.00.0000</Versie><Bericht><Type>ANTWOORD</Type>"
                + "<Tijdstip><Datum>" + now.toLocalDate() + "</Datum><Tijd>"
                + now.format(DateTimeFormatter.ofPattern("HH:mm:ss.SSS")) + "</Tijd></Tijdstip><Afzender>"
                + "<Identificatie>vip.vlaanderen.be</Identificatie><Naam>MagdaGateway</Naam><Referte>"
                + UUID.randomUUID() + "</Referte></Afzender><Ontvanger><Identificatie>" + asked.uri()
                + "</Identificatie><Referte>" + asked.messageReferte() + "</Referte><Hoedanigheid>" + asked.capacity()
                + "</Hoedanigheid></Ontvanger></Bericht></Context>";
    }

    static String answer(String referte, boolean good, String exceptions) {
        return "<Antwoorden><Antwoord><Referte>" + referte + "</Referte><Inhoud><Resultaat Beschrijving=\""
                + (good ? "Wel geslaagd\">1" : "Niet geslaagd\">0") + "</Resultaat></Inhoud>" + exceptions
                + "</Antwoord></Antwoorden>";
    }

    static String exception(String code, String origin, String type, String text, String more) {
        return "<Uitzonderingen><Uitzondering><Identificatie>" + code + "</Identificatie><Oorsprong>" + origin
                + "</Oorsprong><Type>" + type + "</Type><Diagnose>" + text + "</Diagnose>" + more
                + "</Uitzondering></Uitzonderingen>";
    }
}
