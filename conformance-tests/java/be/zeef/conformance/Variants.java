package be.zeef.conformance;

import be.zeef.security.reading.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.ws.commons.schema.XmlSchemaAll;
import org.apache.ws.commons.schema.XmlSchemaAttribute;
import org.apache.ws.commons.schema.XmlSchemaAttributeOrGroupRef;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaComplexContentExtension;
import org.apache.ws.commons.schema.XmlSchemaComplexContentRestriction;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaContent;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaForm;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSimpleContentExtension;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.apache.ws.commons.schema.XmlSchemaUse;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Messages that a published schema allows: the smallest there is, and for each optional element, each branch of a choice, each
 * element that may come again, each optional attribute and each value of a closed list one that has it and nothing else more;
 * last, one with all the optional elements at once.
 */
public final class Variants {

    /** Deeper than any question; a type that holds itself would go on for ever. */
    private static final int DEEPEST = 60;

    /** Every value that an element or attribute of this type may be given, the usual one first; told the path as well. */
    @FunctionalInterface
    public interface Values extends BiFunction<String, XmlSchemaSimpleType, List<String>> {}

    /** Content of an element: elements, attributes and text in the order in which they are added. */
    private record Part(String name, String namespace, boolean attribute, String text, List<Part> parts) {}

    /**
     * What may stand at one place.
     *
     * @param each what may stand there, the least first
     * @param all as much as can stand there
     */
    private record Place(List<List<Part>> each, List<Part> all) {}

    private final Values values;

    Variants(Values values) {
        this.values = values;
    }

    /** All messages with this root. */
    List<Document> of(XmlSchemaElement root) {
        Place place = element(root, "", 0);
        List<Document> documents = new ArrayList<>();
        Stream.concat(place.each().stream(), Stream.of(place.all()))
                .forEach(parts -> documents.add(document(parts.get(0))));
        return documents;
    }

    private Place element(XmlSchemaElement declared, String path, int depth) {
        XmlSchemaElement element = declared.isRef() ? declared.getRef().getTarget() : declared;
        String own = path + "/" + element.getName();
        if (depth > DEEPEST) {
            throw new IllegalStateException("too deep: " + own);
        }
        String namespace = element.getForm() == XmlSchemaForm.QUALIFIED || path.isEmpty()
                ? element.getQName().getNamespaceURI()
                : "";
        Place content = content(element.getSchemaType(), own, depth);
        return new Place(
                content.each().stream()
                        .map(parts -> List.of(new Part(element.getName(), namespace, false, "", parts)))
                        .toList(),
                List.of(new Part(element.getName(), namespace, false, "", content.all())));
    }

    private Place content(XmlSchemaType type, String path, int depth) {
        if (type instanceof XmlSchemaSimpleType simple) {
            return texts(path, simple);
        }
        XmlSchemaComplexType complex = (XmlSchemaComplexType) type;
        List<Place> places = new ArrayList<>();
        inherited(complex, path, depth, places);
        return sequence(places);
    }

    private void inherited(XmlSchemaComplexType type, String path, int depth, List<Place> places) {
        XmlSchemaContent content =
                type.getContentModel() == null ? null : type.getContentModel().getContent();
        List<XmlSchemaAttributeOrGroupRef> attributes = type.getAttributes();
        XmlSchemaParticle particle = type.getParticle();
        if (content instanceof XmlSchemaComplexContentExtension extension) {
            base(type, extension.getBaseTypeName(), path, depth, places);
            attributes = extension.getAttributes();
            particle = extension.getParticle();
        } else if (content instanceof XmlSchemaComplexContentRestriction restriction) {
            attributes = restriction.getAttributes();
            particle = restriction.getParticle();
        } else if (content instanceof XmlSchemaSimpleContentExtension extension) {
            base(type, extension.getBaseTypeName(), path, depth, places);
            attributes = extension.getAttributes();
        }
        for (XmlSchemaAttributeOrGroupRef each : attributes) {
            places.add(attribute(type, (XmlSchemaAttribute) each, path));
        }
        if (particle != null) {
            places.add(particle(particle, path, depth));
        }
    }

    private void base(XmlSchemaComplexType type, QName name, String path, int depth, List<Place> places) {
        XmlSchemaType base = named(type, name);
        if (base instanceof XmlSchemaComplexType complex) {
            inherited(complex, path, depth, places);
        } else {
            places.add(texts(path, (XmlSchemaSimpleType) base));
        }
    }

    private static XmlSchemaType named(XmlSchemaComplexType beside, QName name) {
        return beside.getParent().getParent().getTypeByQName(name);
    }

    private Place attribute(XmlSchemaComplexType owner, XmlSchemaAttribute attribute, String path) {
        List<List<Part>> each = new ArrayList<>();
        if (attribute.getUse() != XmlSchemaUse.REQUIRED) {
            each.add(List.of());
        }
        XmlSchemaSimpleType type = attribute.getSchemaType() == null
                ? (XmlSchemaSimpleType) named(owner, attribute.getSchemaTypeName())
                : attribute.getSchemaType();
        for (String value : values.apply(path + "/@" + attribute.getName(), type)) {
            each.add(List.of(new Part(attribute.getName(), "", true, value, List.of())));
        }
        return new Place(each, each.get(each.size() - 1));
    }

    private Place texts(String path, XmlSchemaSimpleType type) {
        List<List<Part>> each = values.apply(path, type).stream()
                .map(text -> List.of(new Part("", "", false, text, List.of())))
                .toList();
        return new Place(each, each.get(0));
    }

    private Place particle(XmlSchemaParticle particle, String path, int depth) {
        Place once = once(particle, path, depth + 1);
        List<List<Part>> each = new ArrayList<>(once.each());
        if (particle.getMaxOccurs() > 1) {
            List<Part> twice = new ArrayList<>(once.each().get(0));
            twice.addAll(once.each().get(0));
            each.add(twice);
        }
        if (particle.getMinOccurs() == 0) {
            each.add(0, List.of());
        }
        return new Place(each, once.all());
    }

    private Place once(XmlSchemaParticle particle, String path, int depth) {
        if (particle instanceof XmlSchemaElement element) {
            return element(element, path, depth);
        }
        if (particle instanceof XmlSchemaSequence sequence) {
            return sequence(sequence.getItems().stream()
                    .map(item -> particle((XmlSchemaParticle) item, path, depth))
                    .toList());
        }
        if (particle instanceof XmlSchemaAll all) {
            return sequence(all.getItems().stream()
                    .map(item -> particle((XmlSchemaParticle) item, path, depth))
                    .toList());
        }
        if (particle instanceof XmlSchemaChoice choice) {
            return choice(choice.getItems().stream()
                    .map(item -> particle((XmlSchemaParticle) item, path, depth))
                    .toList());
        }
        throw new IllegalStateException("no case for " + particle.getClass().getSimpleName() + " in " + path);
    }

    /** One place after the other: each in its turn has what it may have, and the others the least they can. */
    private static Place sequence(List<Place> places) {
        List<List<Part>> each = new ArrayList<>();
        each.add(places.stream().flatMap(place -> place.each().get(0).stream()).toList());
        for (int i = 0; i < places.size(); i++) {
            List<List<Part>> here = places.get(i).each();
            for (List<Part> variant : here.subList(1, here.size())) {
                List<Part> whole = new ArrayList<>();
                for (int j = 0; j < places.size(); j++) {
                    whole.addAll(j == i ? variant : places.get(j).each().get(0));
                }
                each.add(whole);
            }
        }
        return new Place(
                each, places.stream().flatMap(place -> place.all().stream()).toList());
    }

    private static Place choice(List<Place> places) {
        return new Place(
                places.stream().flatMap(place -> place.each().stream()).toList(),
                places.get(0).all());
    }

    private static Document document(Part root) {
        try {
            Document document = Xml.documents().newDocumentBuilder().newDocument();
            Element element = document.createElementNS(root.namespace(), "w:" + root.name());
            document.appendChild(element);
            fill(element, root.parts());
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Element parent, List<Part> parts) {
        for (Part part : parts) {
            if (part.attribute()) {
                parent.setAttribute(part.name(), part.text());
            } else if (part.name().isEmpty()) {
                parent.appendChild(parent.getOwnerDocument().createTextNode(part.text()));
            } else {
                Element child = parent.getOwnerDocument()
                        .createElementNS(
                                part.namespace().isEmpty() ? null : part.namespace(),
                                part.namespace().isEmpty() ? part.name() : "q:" + part.name());
                parent.appendChild(child);
                fill(child, part.parts());
            }
        }
    }
}
