package be.zeef.source.magda;

import be.zeef.security.reading.Xml;
import be.zeef.subject.Insz;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Any answer of MAGDA, whatever its service: correlation, and exceptions by level and code. Their texts are not kept:
 * they may hold personal data.
 *
 * @param receiverReferte the Referte of our message as echoed; empty when there is none
 * @param questionReferte the Referte of our question as echoed; empty when there is no Antwoord
 * @param result {@code 1} or {@code 0} where the service gives one, else empty
 */
public record MagdaAnswer(
        String receiverReferte, String questionReferte, String result, boolean hasData, List<Coded> exceptions) {

    public MagdaAnswer {
        exceptions = List.copyOf(exceptions);
    }

    /**
     * An exception as met.
     *
     * @param level 1 a SOAP fault, 2 the whole message, 3 this question
     * @param type FOUT, WAARSCHUWING or INFORMATIE
     */
    public record Coded(int level, String code, String type) {}

    /** The codes met, in order. */
    public List<String> codes() {
        return exceptions.stream().map(Coded::code).toList();
    }

    /** A SOAP fault: MAGDA writes its code at the head of the fault string. */
    public static MagdaAnswer fault(String faultString) {
        String text = faultString == null ? "" : faultString.strip();
        int end = 0;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        String head = text.substring(0, end);
        String code = head.matches("\\d{5}|ERR_\\d{3}") ? head : "FAULT";
        return new MagdaAnswer("", "", "", false, List.of(new Coded(1, code, "FOUT")));
    }

    /** Reads the root of an answer, the child of the SOAP Body, in any prefix or default-namespace form. */
    public static MagdaAnswer read(Element root) {
        if ("Fault".equals(root.getLocalName())) {
            return fault(child(root, "faultstring").map(Node::getTextContent).orElse(""));
        }
        List<Coded> exceptions = new ArrayList<>();
        Optional<Element> reply = child(root, "Repliek");
        add(exceptions, Optional.of(root), 2);
        add(exceptions, reply, 2);
        Optional<Element> answer = reply.flatMap(r -> child(r, "Antwoorden")).flatMap(a -> child(a, "Antwoord"));
        add(exceptions, answer, 3);
        Optional<Element> content = answer.flatMap(a -> child(a, "Inhoud"));
        return new MagdaAnswer(
                reply.flatMap(r -> child(r, "Context"))
                        .flatMap(c -> child(c, "Bericht"))
                        .flatMap(b -> child(b, "Ontvanger"))
                        .flatMap(o -> child(o, "Referte"))
                        .map(MagdaAnswer::text)
                        .orElse(""),
                answer.flatMap(a -> child(a, "Referte")).map(MagdaAnswer::text).orElse(""),
                content.flatMap(c -> child(c, "Resultaat"))
                        .map(MagdaAnswer::text)
                        .orElse(""),
                content.isPresent(),
                exceptions);
    }

    /** The number that replaced this one, where a code says so (annotations {@code Oud INSZ} and {@code Nieuw INSZ}). */
    static Optional<Insz> replacedBy(Element root, Insz old) {
        NodeList all = root.getElementsByTagName("Annotaties");
        for (int i = 0; i < all.getLength(); i++) {
            Element annotations = (Element) all.item(i);
            if (number(annotations, "Oud INSZ").filter(old::equals).isPresent()) {
                return number(annotations, "Nieuw INSZ").filter(fresh -> !fresh.equals(old));
            }
        }
        return Optional.empty();
    }

    private static Optional<Insz> number(Element annotations, String name) {
        return Xml.children(annotations, "Annotatie").stream()
                .filter(each ->
                        child(each, "Naam").map(MagdaAnswer::text).orElse("").equals(name))
                .findFirst()
                .flatMap(each -> child(each, "Waarde"))
                .map(MagdaAnswer::text)
                .flatMap(Insz::parse);
    }

    private static void add(List<Coded> exceptions, Optional<Element> parent, int level) {
        parent.flatMap(p -> child(p, "Uitzonderingen")).ifPresent(all -> Xml.children(all)
                .forEach(exception -> exceptions.add(new Coded(
                        level,
                        child(exception, "Identificatie").map(MagdaAnswer::text).orElse("?"),
                        child(exception, "Type").map(MagdaAnswer::text).orElse("FOUT")))));
    }

    private static Optional<Element> child(Element parent, String name) {
        return Xml.children(parent, name).stream().findFirst();
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
