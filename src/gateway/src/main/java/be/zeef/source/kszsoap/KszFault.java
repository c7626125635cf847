package be.zeef.source.kszsoap;

import be.zeef.security.reading.Xml;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What a SOAP fault of the KSZ says: {@code <operation>Fault} in its detail, of CommonV3's type CBSSFaultType. Its texts are
 * not kept.
 *
 * @param ticket ours, as echoed; empty when it is not
 * @param code the first reasonCode, or FAULT when there is none
 */
record KszFault(String ticket, String code) {

    static KszFault read(Optional<Element> detail) {
        Optional<Element> fault = detail.flatMap(KszFault::fault);
        String code = Stream.of("detail", "error") // v2 and v1 of KSZ's services
                .flatMap(name -> fault.flatMap(each -> KszAnswer.child(each, name)).stream())
                .map(each -> KszAnswer.text(KszAnswer.child(each, "reasonCode")))
                .filter(text -> text.matches("[A-Za-z0-9_]{1,16}"))
                .findFirst()
                .orElse("FAULT");
        String ticket = KszAnswer.text(fault.flatMap(each -> KszAnswer.child(each, "informationCustomer"))
                .flatMap(each -> KszAnswer.child(each, "ticket")));
        return new KszFault(ticket, code);
    }

    private static Optional<Element> fault(Element detail) {
        return Xml.children(detail).stream()
                .filter(element -> element.getLocalName().endsWith("Fault"))
                .findFirst();
    }
}
