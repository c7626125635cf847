package be.zeef.sandbox.soap;

import org.w3c.dom.Element;

/** A question as read from a Body that was signed and valid. Where a capacity is left out it is empty. */
record Asked(
        String service,
        String namespace,
        String uri,
        String capacity,
        String messageReferte,
        String questionReferte,
        boolean forSender,
        long insz) {

    static Asked read(Element root) {
        Element sender = (Element) root.getElementsByTagName("Afzender").item(0);
        Element question = (Element) root.getElementsByTagName("Vraag").item(0);
        String uri = text(sender, "Identificatie");
        String capacity = text(sender, "Hoedanigheid");
        return new Asked(
                root.getLocalName(),
                root.getNamespaceURI(),
                uri,
                capacity,
                text(sender, "Referte"),
                text(question, "Referte"),
                uri.equals(text(question, "Identificatie")) && capacity.equals(text(question, "Hoedanigheid")),
                Long.parseLong(text(question, "INSZ")));
    }

    private static String text(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }

    /** Holds a number that is a person's: it does not show itself. */
    @Override
    public String toString() {
        return "Asked";
    }
}
