package be.zeef.sandbox.soap;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A question as read from a Body that was signed and valid. Where a capacity is left out it is empty. */
record MagdaQuestion(
        String service,
        String namespace,
        String uri,
        String capacity,
        String messageReferte,
        String questionReferte,
        boolean forSender,
        long insz,
        String version,
        Element question) {

    static MagdaQuestion read(Element root) {
        Element sender = (Element) root.getElementsByTagName("Afzender").item(0);
        Element question = (Element) root.getElementsByTagName("Vraag").item(0);
        String uri = text(sender, "Identificatie");
        String capacity = text(sender, "Hoedanigheid");
        return new MagdaQuestion(
                root.getLocalName(),
                root.getNamespaceURI(),
                uri,
                capacity,
                text(sender, "Referte"),
                text(question, "Referte"),
                !isInscription(root)
                        || uri.equals(text(question, "Identificatie"))
                                && capacity.equals(text(question, "Hoedanigheid")),
                Long.parseLong(text(question, "INSZ") + text(question, "Sleutel")),
                text(root, "Versie"),
                question);
    }

    private static boolean isInscription(Element root) {
        return root.getLocalName().startsWith("Registreer");
    }

    boolean inscription() {
        return service.startsWith("Registreer");
    }

    /** Every value of this name in the question, in order. */
    List<String> values(String name) {
        NodeList found = question.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    /** A status that is asked about, and the day: one is given, or the first of a period. */
    record Status(String name, LocalDate on) {}

    /** The statuses of the question, in order. A place and a parameter have names too, which are none. */
    List<Status> statuses() {
        NodeList found = question.getElementsByTagName("SociaalStatuut");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .map(status -> new Status(text(status, "Naam"), day(begin(status))))
                .toList();
    }

    private static String begin(Element status) {
        Element day = (Element) status.getElementsByTagName("Datum").item(0);
        return text(day, "Datum") + text(day, "Begindatum");
    }

    /** @throws java.time.DateTimeException when no calendar has it; a zone behind it changes nothing */
    static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, 10));
    }

    private static String text(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    /** Holds a number that is a person's: it does not show itself. */
    @Override
    public String toString() {
        return "MagdaQuestion";
    }
}
