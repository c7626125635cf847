package be.zeef.sandbox.ksz;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A question as read from a Body that was valid. */
record KszAsked(
        String ticket,
        String sent,
        String cbeNumber,
        String legalContext,
        String ssin,
        LocalDate on,
        List<String> statuses,
        List<String> postcodes,
        OptionalInt maximumAge) {

    static KszAsked read(Element root) {
        List<String> age = values(root, "maximumAge");
        return new KszAsked(
                values(root, "ticket").get(0),
                values(root, "timestampSent").get(0),
                values(root, "cbeNumber").get(0),
                values(root, "legalContext").get(0),
                values(root, "ssin").get(0),
                LocalDate.parse(values(root, "referenceDate").get(0)),
                values(root, "socialStatus"),
                values(root, "postalCode"),
                age.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(age.get(0))));
    }

    long number() {
        return Long.parseLong(ssin);
    }

    private static List<String> values(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Node::getTextContent)
                .toList();
    }

    /** Holds a number that is a person's: it does not show itself. */
    @Override
    public String toString() {
        return "KszAsked";
    }
}
