package be.zeef.source.kszsoap;

import be.zeef.security.reading.Xml;
import be.zeef.subject.Insz;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A response in KSZ's CommonV3 envelope, whatever its service. Texts are not kept; a place that is empty is an empty text.
 *
 * @param ticket ours, as echoed
 * @param askedAbout the number in the echoed criteria
 * @param value of the status: an open set
 * @param code of the status
 * @param newNumber named beside a status that says the number is replaced
 * @param ssin whom the answer is about
 * @param canceled whether that number is no longer in use
 * @param replaces the number that {@code ssin} came in the place of
 * @param root all of it, for the facts
 */
record KszAnswer(
        String ticket,
        String askedAbout,
        String value,
        String code,
        Optional<Insz> newNumber,
        String ssin,
        boolean canceled,
        String replaces,
        Element root) {

    static KszAnswer read(Element root) {
        Optional<Element> status = child(root, "status");
        Optional<Element> ssin = child(root, "ssin");
        return new KszAnswer(
                text(child(root, "informationCustomer").flatMap(each -> child(each, "ticket"))),
                text(child(root, "criteria").flatMap(each -> child(each, "ssin"))),
                text(status.flatMap(each -> child(each, "value"))),
                text(status.flatMap(each -> child(each, "code"))),
                status.flatMap(KszAnswer::newNumber),
                text(ssin),
                ssin.map(each -> List.of("true", "1").contains(each.getAttribute("canceled")))
                        .orElse(false),
                ssin.map(each -> each.getAttribute("replaces")).orElse(""),
                root);
    }

    private static Optional<Insz> newNumber(Element status) {
        return Xml.children(status, "information").stream()
                .filter(each -> text(child(each, "fieldName")).equalsIgnoreCase("newSSIN"))
                .map(each -> text(child(each, "fieldValue")))
                .findFirst()
                .flatMap(Insz::parse);
    }

    static Optional<Element> child(Element parent, String name) {
        return Xml.children(parent, name).stream().findFirst();
    }

    static String text(Optional<Element> element) {
        return element.map(each -> each.getTextContent().strip()).orElse("");
    }

    /** Holds personal data: it does not show itself. */
    @Override
    public String toString() {
        return "KszAnswer";
    }
}
