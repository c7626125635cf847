package be.zeef.sandbox.soap;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.w3c.dom.Document;

/** A plain HTTP client with a certificate, and WSS4J to sign: nothing of the gateway's. */
final class TestClient {

    static final String URI_OF_SENDER = "gent.be/ipdc1-aip";
    static final String CAPACITY = "ipdc1";
    static final long PERSON = 90610100155L;

    private final Keys gateway;
    private final HttpClient http;
    private final String url;

    /** How a message is signed. */
    record Signing(boolean pkiPath, boolean sha256, String alias) {
        static final Signing USUAL = new Signing(true, false, Keys.MAGDA);
    }

    TestClient(Keys gateway, SandboxKeys sandbox, String url, boolean withCertificate) throws Exception {
        this.gateway = gateway;
        this.url = url;
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(withCertificate ? only(gateway, Keys.MAGDA) : empty(), gateway.password());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(sandbox.store());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        this.http = HttpClient.newBuilder().sslContext(tls).build();
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore only(Keys gateway, String alias) throws Exception {
        PrivateKeyEntry entry = gateway.identity(alias);
        KeyStore store = empty();
        store.setKeyEntry(alias, entry.getPrivateKey(), gateway.password(), entry.getCertificateChain());
        return store;
    }

    /** An envelope with this service's question. */
    static String envelope(String service, String referte, String uri, String capacity, long insz) {
        return envelope(question(service, referte, uri, capacity, insz));
    }

    static String envelope(String content) {
        return "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Header/>"
                + "<soapenv:Body>" + content + "</soapenv:Body></soapenv:Envelope>";
    }

    static String register() {
        return envelope("RegistreerInschrijving", UUID.randomUUID().toString(), URI_OF_SENDER, CAPACITY, PERSON);
    }

    static String deregister() {
        return envelope("RegistreerUitschrijving", UUID.randomUUID().toString(), URI_OF_SENDER, CAPACITY, PERSON);
    }

    static String question(String service, String referte, String uri, String capacity, long insz) {
        String kind = service.replace("Registreer", "");
        return "<w:" + service + " xmlns:w=\"http://webservice." + service.toLowerCase(java.util.Locale.ROOT)
                + "dienst-02_00.repertorium-02_00.vip.vlaanderen.be\"><Verzoek><Context><Naam>" + service
                + "</Naam><Versie>02.00.0000</Versie><Bericht><Type>VRAAG</Type><Tijdstip><Datum>2026-07-16</Datum>"
                + "<Tijd>12:00:00.000</Tijd></Tijdstip><Afzender><Identificatie>" + uri + "</Identificatie><Referte>"
                + referte + "</Referte><Hoedanigheid>" + capacity + "</Hoedanigheid></Afzender></Bericht></Context>"
                + "<Vragen><Vraag><Referte>" + referte + "</Referte><Inhoud><" + kind + "><Identificatie>" + uri
                + "</Identificatie><Hoedanigheid>" + capacity + "</Hoedanigheid><INSZ>" + "%011d".formatted(insz)
                + "</INSZ>" + (kind.equals("Inschrijving") ? "<Periode><Begin>2026-01-01</Begin></Periode>" : "")
                + "</" + kind + "></Inhoud></Vraag></Vragen></Verzoek></w:" + service + ">";
    }

    Document signed(String envelope, Signing how) throws Exception {
        return how.sha256()
                ? signed(envelope, how.alias(), how.pkiPath(), WSConstants.RSA_SHA256, WSConstants.SHA256)
                : signed(envelope, how.alias(), how.pkiPath(), WSConstants.RSA_SHA1, WSConstants.SHA1);
    }

    Document signed(String envelope, String alias, boolean pkiPath, String algorithm, String digest) throws Exception {
        Document document = parse(envelope);
        WSSecHeader header = new WSSecHeader(document);
        header.insertSecurityHeader();
        WSSecSignature signature = new WSSecSignature(header);
        signature.setUserInfo(alias, new String(gateway.password()));
        signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
        signature.setUseSingleCertificate(!pkiPath);
        signature.setSignatureAlgorithm(algorithm);
        signature.setDigestAlgo(digest);
        Merlin crypto = new Merlin();
        crypto.setKeyStore(only(gateway, alias));
        return signature.build(crypto);
    }

    HttpResponse<String> send(String envelope) throws Exception {
        return sendRaw(text(signed(envelope, Signing.USUAL)));
    }

    HttpResponse<String> sendRaw(String message) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "text/xml;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static Document parse(String xml) throws Exception {
        return Xml.documents()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    static String text(Document document) throws Exception {
        StringWriter text = new StringWriter();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(text));
        return text.toString();
    }
}
