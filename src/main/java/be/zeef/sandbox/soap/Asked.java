package be.zeef.sandbox.soap;

import org.w3c.dom.Element;

/** A question as read from a Body that was signed and valid. */
record Asked(
        String service,
        String namespace,
        String uri,
        String capacity,
        String messageReferte,
        String questionReferte,
        long insz) {

    static Asked read(Element root) {
        Element sender = (Element) root.getElementsByTagName("Afzender").item(0);
        Element question = (Element) root.getElementsByTagName("Vraag").item(0);
        return new Asked(
                root.getLocalName(),
                root.getNamespaceURI(),
                text(sender, "Identificatie"),
                text(sender, "Hoedanigheid"),
                text(sender, "Referte"),
                text(question, "Referte"),
                Long.parseLong(text(question, "INSZ")));
    }

    private static String text(Element parent, String name) {
        var found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
