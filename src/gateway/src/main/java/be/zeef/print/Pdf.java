package be.zeef.print;

import be.zeef.security.reading.Xml;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A page of {@link Markup} on paper: a tagged PDF (ISO 14289-1), its font in it, made without asking anybody for anything. Only who
 * prints loads what it stands on.
 */
public final class Pdf {

    /** Has every letter of the languages of the house, and comes with the library that writes the file. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** As style sheets of pages name it. */
    private static final String FAMILY = "Liberation Sans";

    private static final String DOCTYPE = "<!DOCTYPE html>";

    private static final float VERSION = 1.7f;

    private Pdf() {}

    /** @param page as {@link Markup#end} gave it */
    public static byte[] of(String page) {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.OFF));
        try (Rectangles drawer = new Rectangles();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .useFont(() -> PDDocument.class.getResourceAsStream(FONT), FAMILY)
                    .useSVGDrawer(drawer)
                    .usePdfUaAccessibility(true)
                    .usePdfVersion(VERSION)
                    .withProducer("zeef")
                    .useUriResolver((base, uri) -> null)
                    .useExternalResourceAccessControl(
                            (uri, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (uri, kind) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withW3cDocument(document(page), "")
                    .toStream(out)
                    .run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(String page) throws IOException {
        try {
            return Xml.documents()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page.replaceFirst(DOCTYPE, ""))));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("this is no page of Markup", e);
        }
    }
}
