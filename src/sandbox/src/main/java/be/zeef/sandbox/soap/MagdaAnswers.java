package be.zeef.sandbox.soap;

import be.zeef.subject.Today;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** MAGDA's answers as text: empty SOAP header, prefixed root, the question's Referte echoed, one of its own. */
final class MagdaAnswers {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private MagdaAnswers() {}

    private static String soap(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><SOAP-ENV:Envelope xmlns:SOAP-ENV=\"" + ENVELOPE
                + "\"><SOAP-ENV:Header/><SOAP-ENV:Body>" + body + "</SOAP-ENV:Body></SOAP-ENV:Envelope>";
    }

    static String fault(String code, String text) {
        return soap("<SOAP-ENV:Fault><faultcode>SOAP-ENV:" + code + "</faultcode><faultstring>" + escaped(text)
                + "</faultstring></SOAP-ENV:Fault>");
    }

    /** The throttle's fault has a shape of its own: another prefix, and a faultcode that is no qualified name. */
    static String throttled(int perSecond) {
        return soap("<ns0:Fault xmlns:ns0=\"" + ENVELOPE + "\"><faultcode>Server</faultcode>"
                + "<faultstring>99995 - Te veel gelijktijdige bevragingen</faultstring><detail><message>"
                + "Exceeded the max throttle rate of " + perSecond + " within 1000ms</message></detail></ns0:Fault>");
    }

    static String envelope(MagdaQuestion asked, String content) {
        return soap("<p:" + asked.service() + "Response xmlns:p=\"" + asked.namespace() + "\"><Repliek>"
                + context(asked) + content + "</Repliek></p:" + asked.service() + "Response>");
    }

    private static String context(MagdaQuestion asked) {
        LocalDateTime now = LocalDateTime.ofInstant(Today.wallClock().instant(), Today.ZONE);
        return "<Context><Naam>" + asked.service() + "</Naam><Versie>" + asked.version()
                + "</Versie><Bericht><Type>ANTWOORD</Type>"
                + "<Tijdstip><Datum>" + now.toLocalDate() + "</Datum><Tijd>"
                + now.format(DateTimeFormatter.ofPattern("HH:mm:ss.SSS")) + "</Tijd></Tijdstip><Afzender>"
                + "<Identificatie>vip.vlaanderen.be</Identificatie><Naam>MagdaGateway</Naam><Referte>"
                + UUID.randomUUID() + "</Referte></Afzender><Ontvanger><Identificatie>" + escaped(asked.uri())
                + "</Identificatie><Referte>" + escaped(asked.messageReferte()) + "</Referte>"
                + (asked.capacity().isEmpty() ? "" : "<Hoedanigheid>" + escaped(asked.capacity()) + "</Hoedanigheid>")
                + "</Ontvanger></Bericht></Context>";
    }

    static String answer(String referte, boolean good, String exceptions) {
        return "<Antwoorden><Antwoord><Referte>" + escaped(referte) + "</Referte><Inhoud><Resultaat Beschrijving=\""
                + (good ? "Wel geslaagd\">1" : "Niet geslaagd\">0") + "</Resultaat></Inhoud>" + exceptions
                + "</Antwoord></Antwoorden>";
    }

    /** An answer to one question: content, exceptions, or both. */
    static String content(String referte, String content, String exceptions) {
        return "<Antwoorden><Antwoord><Referte>" + escaped(referte) + "</Referte>"
                + (content.isEmpty() ? "" : "<Inhoud>" + content + "</Inhoud>") + exceptions
                + "</Antwoord></Antwoorden>";
    }

    static String exception(String code, String type, String text, String more) {
        return "<Uitzonderingen><Uitzondering><Identificatie>" + code + "</Identificatie><Oorsprong>MAGDA</Oorsprong>"
                + "<Type>" + type + "</Type><Diagnose>" + text + "</Diagnose>" + more
                + "</Uitzondering></Uitzonderingen>";
    }

    static String replaced(long old, long fresh) {
        return "<Annotaties><Annotatie><Naam>Oud INSZ</Naam><Waarde>" + digits(old)
                + "</Waarde></Annotatie><Annotatie><Naam>Nieuw INSZ</Naam><Waarde>" + digits(fresh)
                + "</Waarde></Annotatie></Annotaties>";
    }

    static String digits(long insz) {
        String text = Long.toString(insz);
        return "0".repeat(11 - text.length()) + text;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
