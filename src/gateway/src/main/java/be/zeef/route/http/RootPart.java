package be.zeef.route.http;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * The root part of an answer in several parts (RFC 2387; MTOM, XOP): the XML that it would be by itself. What else comes with it
 * is not read, so an answer that counts on it is none: one of which two parts may be the root, or whose root refers to another
 * part. Within {@value #MOST_PARTS} parts.
 *
 * @param content decoded
 * @param contentType of this part
 */
public record RootPart(byte[] content, String contentType) {

    private static final int MOST_PARTS = 20;

    /** RFC 2046 §5.1.1. */
    private static final int LONGEST_BOUNDARY = 70;

    private static final List<String> XML =
            List.of("text/xml", "application/xml", "application/soap+xml", "application/xop+xml");

    private static final String XOP = "http://www.w3.org/2004/08/xop/include";
    private static final String PART_BY_ID = "cid:";

    public static boolean isMultipart(String contentType) {
        return contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** @return empty when it is not whole, or when no one part of it is the root */
    public static Optional<RootPart> of(byte[] content, String contentType) {
        try {
            ContentType type = new ContentType(contentType);
            String boundary = Optional.ofNullable(type.getParameter("boundary")).orElse("");
            if (boundary.isEmpty() || boundary.length() > LONGEST_BOUNDARY || hasTooMany(content, boundary)) {
                return Optional.empty();
            }
            MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(content, contentType));
            List<MimeBodyPart> roots = roots(parts, Optional.ofNullable(type.getParameter("start")));
            if (roots.size() != 1 || !parts.isComplete()) {
                return Optional.empty();
            }
            BodyPart root = roots.get(0);
            return Optional.of(new RootPart(root.getInputStream().readAllBytes(), root.getContentType()));
        } catch (MessagingException | IOException e) {
            // its text may quote the answer
            return Optional.empty();
        }
    }

    /** Before anything is made of them. */
    private static boolean hasTooMany(byte[] content, String boundary) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        int marks = 0;
        for (int at = text.indexOf("--" + boundary); at >= 0; at = text.indexOf("--" + boundary, at + 1)) {
            marks++;
        }
        return marks > MOST_PARTS + 1;
    }

    /** The part that is named as the root, or the first (RFC 2387 §3.2); and whichever else might be one. */
    private static List<MimeBodyPart> roots(MimeMultipart parts, Optional<String> named) throws MessagingException {
        List<MimeBodyPart> roots = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            MimeBodyPart part = (MimeBodyPart) parts.getBodyPart(i);
            boolean first = named.isEmpty() && i == 0;
            boolean called = named.isPresent() && named.get().equals(part.getContentID());
            if (first || called || isXml(part.getContentType())) {
                roots.add(part);
            }
        }
        return roots;
    }

    private static boolean isXml(String contentType) {
        try {
            return XML.contains(new ContentType(contentType).getBaseType().toLowerCase(Locale.ROOT));
        } catch (ParseException e) {
            return false;
        }
    }

    /** Whether something in this tree stands in another part. */
    public static boolean refersToAnother(Element element) {
        if (XOP.equals(element.getNamespaceURI())) {
            return true;
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.item(i).getNodeValue().startsWith(PART_BY_ID)) {
                return true;
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element within && refersToAnother(within)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "RootPart";
    }
}
