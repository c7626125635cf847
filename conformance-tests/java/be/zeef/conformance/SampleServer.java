package be.zeef.conformance;

import be.zeef.security.reading.Xml;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Answers any SOAP question with one published sample, as the reference mock of Digitaal Vlaanderen does: one plain HTTP
 * endpoint for all services; of the sample only the Referte of sender and question are set.
 */
public final class SampleServer implements AutoCloseable {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String PATH = "/api/Magda-02.00/soap/WebService";

    private final HttpServer server;
    private final Path samples;
    private volatile String sample = "";
    private volatile byte[] lastRequest = {};

    public SampleServer(Path samples) throws IOException {
        this.samples = samples;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(PATH, this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    }

    public void answerWith(String name) {
        sample = name;
    }

    /** The last request as it came. */
    public byte[] lastRequest() {
        return lastRequest.clone();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            lastRequest = exchange.getRequestBody().readAllBytes();
            byte[] answer = answer(lastRequest);
            exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (SAXException | ParserConfigurationException | TransformerException e) {
            throw new IOException(e);
        }
    }

    private byte[] answer(byte[] request)
            throws SAXException, IOException, ParserConfigurationException, TransformerException {
        var parser = Xml.documents().newDocumentBuilder();
        Document question = parser.parse(new ByteArrayInputStream(request));
        Element asked =
                (Element) question.getElementsByTagName("Verzoek").item(0).getParentNode();
        String referte = question.getElementsByTagName("Referte").item(0).getTextContent();
        Document answer = parser.parse(new ByteArrayInputStream(text().getBytes(StandardCharsets.UTF_8)));
        set(answer, "Ontvanger", referte);
        set(answer, "Antwoord", referte);
        Document message = parser.newDocument();
        Element envelope = message.createElementNS(SOAP, "soapenv:Envelope");
        message.appendChild(envelope);
        envelope.appendChild(message.createElementNS(SOAP, "soapenv:Header"));
        Element body = message.createElementNS(SOAP, "soapenv:Body");
        envelope.appendChild(body);
        Element content = (Element) message.importNode(answer.getDocumentElement(), true);
        if (content.getLocalName().equals("Repliek")) {
            // some samples are published without the root of their service
            Element root = message.createElementNS(asked.getNamespaceURI(), "p:" + asked.getLocalName() + "Response");
            root.appendChild(content);
            body.appendChild(root);
        } else {
            body.appendChild(content);
        }
        Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter out = new StringWriter();
        writer.transform(new DOMSource(message), new StreamResult(out));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        try {
            return Files.readString(samples.resolve(sample)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(Document answer, String parent, String referte) {
        NodeList found = answer.getElementsByTagName(parent);
        for (int i = 0; i < found.getLength(); i++) {
            NodeList own = ((Element) found.item(i)).getElementsByTagName("Referte");
            if (own.getLength() > 0) {
                own.item(0).setTextContent(referte);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
