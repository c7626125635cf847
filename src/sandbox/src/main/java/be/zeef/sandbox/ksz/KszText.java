package be.zeef.sandbox.ksz;

import be.zeef.subject.Today;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The KSZ's answers as text: CommonV3's envelope around a status and what belongs to it. */
final class KszText {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String NAMESPACE = "http://kszbcss.fgov.be/intf/SocialRightsAdvantageListService/v1";

    private KszText() {}

    static String response(KszAsked asked, String ticket, String status, String rest) {
        StringBuilder criteria = new StringBuilder("<criteria>")
                .append(element("ssin", asked.ssin()))
                .append(element("referenceDate", asked.on().toString()));
        asked.statuses().forEach(each -> criteria.append(element("socialStatus", each)));
        asked.postcodes().forEach(each -> criteria.append(element("postalCode", each)));
        asked.maximumAge().ifPresent(age -> criteria.append(element("maximumAge", Integer.toString(age))));
        return soap("<v1:socialRightsAdvantageListResponse xmlns:v1=\"" + NAMESPACE + "\">"
                + customer(ticket, asked.sent(), asked.cbeNumber()) + cbss()
                + element("legalContext", asked.legalContext()) + criteria + "</criteria>" + status + rest
                + "</v1:socialRightsAdvantageListResponse>");
    }

    static String status(String value, String code, String information) {
        return "<status>" + element("value", value) + element("code", code) + element("description", "as asked")
                + information + "</status>";
    }

    static String information(String name, String value) {
        return "<information>" + element("fieldName", name) + element("fieldValue", value) + "</information>";
    }

    static String right(String status, boolean yes, String begin, String end) {
        String period =
                "<period>" + element("beginDate", begin) + (end.isEmpty() ? "" : element("endDate", end)) + "</period>";
        return "<socialRight>" + element("name", status) + element("applicable", Boolean.toString(yes))
                + (yes ? period : "") + "</socialRight>";
    }

    /**
     * A fault of the service.
     *
     * @param ticket empty when the question could not be read
     * @param name of each message: {@code detail}, or {@code error} in the older services
     */
    static String fault(String ticket, String cbeNumber, String code, String name) {
        return fault("<detail><v1:socialRightsAdvantageListFault xmlns:v1=\"" + NAMESPACE + "\">"
                + (ticket.isEmpty() ? "" : customer(ticket, "", cbeNumber)) + cbss() + "<" + name + ">"
                + element("severity", "FATAL")
                + element("reasonCode", code) + element("diagnostic", "as asked")
                + element("authorCode", "http://www.bcss.fgov.be") + "</" + name
                + "></v1:socialRightsAdvantageListFault></detail>");
    }

    /** A fault with this detail, which may be empty. */
    static String fault(String detail) {
        return soap("<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>An error occurred while servicing"
                + " your request.</faultstring>" + detail + "</soapenv:Fault>");
    }

    private static String soap(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope xmlns:soapenv=\"" + ENVELOPE
                + "\"><soapenv:Header/><soapenv:Body>" + body + "</soapenv:Body></soapenv:Envelope>";
    }

    private static String customer(String ticket, String sent, String cbeNumber) {
        return "<informationCustomer>" + element("ticket", ticket)
                + (sent.isEmpty() ? "" : element("timestampSent", sent))
                + "<customerIdentification>" + element("cbeNumber", cbeNumber)
                + "</customerIdentification></informationCustomer>";
    }

    private static String cbss() {
        String now = Today.wallClock().instant().truncatedTo(ChronoUnit.MILLIS).toString();
        return "<informationCBSS>" + element("ticketCBSS", UUID.randomUUID().toString())
                + element("timestampReceive", now) + element("timestampReply", now) + "</informationCBSS>";
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + text.replace("&", "&amp;").replace("<", "&lt;") + "</" + name + ">";
    }
}
