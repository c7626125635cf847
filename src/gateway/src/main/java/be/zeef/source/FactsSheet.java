package be.zeef.source;

import be.zeef.security.reading.Stylesheet;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.transform.dom.DOMSource;
import net.sf.saxon.s9api.Axis;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.XsltTransformer;
import org.w3c.dom.Element;

/** A compiled {@code facts.xslt}: from an answer to the facts a rule may know. Thread-safe. */
public final class FactsSheet {

    private final Stylesheet sheet;

    private FactsSheet(Stylesheet sheet) {
        this.sheet = sheet;
    }

    /** The answer is about another person than was asked about. */
    public static final class AboutAnotherException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A sheet failed on an answer that its schema accepts: a defect of the mapping. Its text holds nothing of the answer. */
    public static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private UnreadableException(String message) {
            super(message);
        }
    }

    /** @throws IllegalArgumentException when the sheet does not compile or reaches outside, saying where */
    public static FactsSheet compile(Path file) {
        return new FactsSheet(Stylesheet.compile(file));
    }

    /**
     * Reads the facts of an answer that was held against its schema.
     *
     * @param insz whom the answer should be about
     * @param asked of all the facts, those that are kept
     * @throws AboutAnotherException when the answer is about another person
     * @throws UnreadableException when the sheet fails
     */
    public SourceFacts read(Element answer, String insz, LocalDate on, Set<String> asked) {
        try {
            XsltTransformer transformer = sheet.load();
            transformer.setParameter(new QName("insz"), new XdmAtomicValue(insz));
            transformer.setParameter(new QName("op"), new XdmAtomicValue(on.toString()));
            transformer.setSource(new DOMSource(answer.getOwnerDocument()));
            XdmDestination result = new XdmDestination();
            transformer.setDestination(result);
            transformer.transform();
            return facts(root(result.getXdmNode()), insz, asked);
        } catch (SaxonApiException e) {
            // its message may quote the answer
            throw new UnreadableException(
                    "a facts.xslt failed on an answer that its schema accepts: " + e.getErrorCode());
        }
    }

    private static SourceFacts facts(XdmNode root, String insz, Set<String> asked) {
        if (!insz.equals(root.getAttributeValue(new QName("subject")))) {
            throw new AboutAnotherException();
        }
        SourceFacts facts = new SourceFacts();
        for (XdmNode fact : root.children("fact")) {
            String name = fact.getAttributeValue(new QName("name"));
            if (asked.contains(name)) {
                facts.with(name, fact.getStringValue().strip(), beside(fact));
            }
        }
        return facts;
    }

    private static Map<String, String> beside(XdmNode fact) {
        Map<String, String> beside = new HashMap<>();
        fact.axisIterator(Axis.ATTRIBUTE)
                .forEachRemaining(each -> beside.put(each.getNodeName().getLocalName(), each.getStringValue()));
        beside.remove("name");
        return beside;
    }

    private static XdmNode root(XdmNode document) {
        for (XdmNode child : document.children()) {
            if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
                return child;
            }
        }
        throw new UnreadableException("a facts.xslt gave nothing");
    }
}
