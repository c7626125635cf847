package be.zeef.sandbox.files;

import be.zeef.security.reading.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Streams a question file whose children are in no namespace, as the schemas want it; where it is strict as MAGDA's adapters
 * are, its root has a prefix and nothing resets a default namespace.
 */
final class QuestionReader {

    private final boolean strict;

    QuestionReader(boolean strict) {
        this.strict = strict;
    }

    /** Told every element that holds text, with its parent's name. */
    interface Leaf {
        void leaf(String parent, String name, String text) throws IOException, XMLStreamException;
    }

    /** Reads to the end; the name of the root is returned. */
    String read(Path file, Leaf leaf) throws IOException, XMLStreamException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = Xml.pull().createXMLStreamReader(in);
            Deque<String> path = new ArrayDeque<>();
            StringBuilder text = new StringBuilder();
            String root = "";
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        root = path.isEmpty() ? root(xml) : child(xml, root);
                        path.push(xml.getLocalName());
                        text.setLength(0);
                    }
                    case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                    case XMLStreamConstants.END_ELEMENT -> {
                        path.pop();
                        String parent = path.isEmpty() ? "" : path.peek();
                        leaf.leaf(parent, xml.getLocalName(), text.toString().strip());
                        text.setLength(0);
                    }
                    default -> {
                        // nothing else says anything
                    }
                }
            }
            return root;
        }
    }

    private String root(XMLStreamReader xml) throws XMLStreamException {
        if (strict && (xml.getPrefix() == null || xml.getPrefix().isEmpty())) {
            throw new XMLStreamException("99994 the root must have a prefix");
        }
        return xml.getLocalName();
    }

    private String child(XMLStreamReader xml, String root) throws XMLStreamException {
        if ((strict && xml.getNamespaceCount() > 0)
                || (xml.getNamespaceURI() != null && !xml.getNamespaceURI().isEmpty())) {
            throw new XMLStreamException("99994 children must be in no namespace, without xmlns=\"\"");
        }
        return root;
    }
}
