package be.zeef.security.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XmlProcessingError;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.value.DateTimeValue;
import org.xml.sax.SAXException;

/**
 * A compiled stylesheet of ours. It can read nothing but what it is given, write nothing but its result, and call
 * nothing: no other document, text, collection, environment or Java, and no message on the console, which might quote an
 * answer. It is told no time: the day of a run comes in as input, and a date without a zone is one in UTC, whatever the
 * machine's zone. It may include stylesheets of its own folder, of those beside it and below. Thread-safe.
 */
public final class Stylesheet {

    static final Set<String> ENDINGS = Set.of(".xslt", ".xsl");
    private static final Processor SAXON = hardened();

    private final XsltExecutable sheet;

    private Stylesheet(XsltExecutable sheet) {
        this.sheet = sheet;
    }

    /** What its input is built and its output is written with. */
    public static Processor processor() {
        return SAXON;
    }

    /** @throws IllegalArgumentException when the sheet does not compile or reaches outside, saying where and what to do */
    public static Stylesheet compile(Path file) {
        List<XmlProcessingError> errors = new ArrayList<>();
        try {
            Confined parts = new Confined(file, ENDINGS);
            XsltCompiler compiler = SAXON.newXsltCompiler();
            compiler.setErrorReporter(errors::add);
            compiler.setResourceResolver(request -> part(parts, request));
            StylesheetScan.require(parts.file());
            return new Stylesheet(compiler.compile(Confined.source(parts.file())));
        } catch (SaxonApiException e) {
            throw refused(file, errors.isEmpty() ? e.getMessage() : said(errors.get(0)), e);
        } catch (SAXException | IOException e) {
            throw refused(file, e.getMessage(), e);
        }
    }

    private static IllegalArgumentException refused(Path file, String what, Exception cause) {
        return new IllegalArgumentException(file + " does not compile: " + what, cause);
    }

    private static String said(XmlProcessingError error) {
        int line = error.getLocation() == null ? 0 : error.getLocation().getLineNumber();
        return (line > 0 ? "line " + line + ": " : "") + error.getMessage();
    }

    private static javax.xml.transform.Source part(Confined parts, ResourceRequest request) throws XPathException {
        String name = request.relativeUri == null ? request.uri : request.relativeUri;
        try {
            Path found = parts.find(name, request.baseUri)
                    .orElseThrow(
                            () -> new XPathException(name + " lies outside the folder of the stylesheet, or nowhere."
                                    + " Copy it beside the stylesheet and name it without an address."));
            StylesheetScan.require(found);
            return Confined.source(found);
        } catch (SAXException | IOException e) {
            throw new XPathException(e.getMessage());
        }
    }

    /** For one use by one thread. */
    public XsltTransformer load() {
        XsltTransformer transformer = sheet.load();
        tellNoTime(transformer);
        transformer.setErrorReporter(error -> {});
        transformer.setMessageHandler(message -> {});
        transformer.setTraceFunctionDestination(null);
        transformer.setResourceResolver(Stylesheet::nothing);
        transformer.setResultDocumentHandler(uri -> {
            throw new IllegalStateException("a stylesheet of ours writes a second document; it has one result");
        });
        return transformer;
    }

    /** The zone of this moment is also the one that dates without a zone are compared in. */
    private static void tellNoTime(XsltTransformer transformer) {
        try {
            transformer.getUnderlyingController().setCurrentDateTime(DateTimeValue.EPOCH);
        } catch (XPathException e) {
            throw new IllegalStateException("a stylesheet that was not run yet has a time", e);
        }
    }

    private static javax.xml.transform.Source nothing(ResourceRequest request) throws XPathException {
        throw new XPathException("a stylesheet reads nothing but what it is given");
    }

    private static Processor hardened() {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        processor.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        processor.setConfigurationProperty(Feature.DISABLE_XSL_EVALUATE, true);
        processor.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, new NoEnvironment());
        Configuration configuration = processor.getUnderlyingConfiguration();
        configuration.setResourceResolver(Stylesheet::nothing);
        configuration.setUnparsedTextURIResolver((uri, encoding, ours, fallback) -> {
            throw new XPathException("a stylesheet reads nothing but what it is given");
        });
        configuration.setCollectionFinder((context, uri) -> {
            throw new XPathException("a stylesheet reads nothing but what it is given");
        });
        return processor;
    }

    private static final class NoEnvironment implements EnvironmentVariableResolver {
        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public String getEnvironmentVariable(String name) {
            return null;
        }
    }
}
