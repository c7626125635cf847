package be.zeef.source.magda;

import be.zeef.route.PartnerKeys;
import be.zeef.security.Keys;
import be.zeef.security.SigningProfile;
import be.zeef.settings.Settings;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.apache.cxf.ws.security.wss4j.WSS4JOutInterceptor;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.apache.wss4j.dom.handler.WSHandlerConstants;

/** Makes the CXF endpoint toward MAGDA: payload mode, signed by a profile, mutual TLS with the same key, no body logged. */
final class MagdaEndpoint {

    private static final String BODY = "{}{http://schemas.xmlsoap.org/soap/envelope/}Body";
    private static final String EXCLUSIVE_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final Map<String, String> SIGNATURES = Map.of(
            "rsa-sha1", "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
            "rsa-sha256", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256");
    private static final Map<String, String> DIGESTS = Map.of(
            "rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1",
            "rsa-sha256", "http://www.w3.org/2001/04/xmlenc#sha256");

    /**
     * Requests up to this many bytes go with their length instead of in chunks, which is all of ours. Switching chunks off
     * altogether makes CXF 4.1 send some of them empty.
     */
    private static final int MOST_BUFFERED = 1 << 20;

    private static final String MOST_KEPT = "http.maxConnections";

    private MagdaEndpoint() {}

    static CxfEndpoint make(Settings settings, Keys keys) {
        Settings.Magda magda = settings.magda();
        keepConnections(magda.atOnce());
        CxfEndpoint endpoint = new CxfEndpoint();
        endpoint.setAddress(magda.endpoints().get("default"));
        endpoint.setDataFormat(DataFormat.PAYLOAD);
        endpoint.setSslContextParameters(PartnerKeys.magdaTls(keys));
        endpoint.setAllowStreaming(false);
        endpoint.setSkipFaultLogging(true);
        endpoint.setLoggingFeatureEnabled(false);
        endpoint.setCxfConfigurer(new Http(magda));
        endpoint.getOutInterceptors().add(signer(settings, keys));
        return endpoint;
    }

    /**
     * CXF calls through the JDK's HttpURLConnection, which keeps five idle connections to a server and closes the others: every
     * call beyond five at a time would shake hands anew, with two RSA signatures. What the operator has set stays.
     */
    private static void keepConnections(int atOnce) {
        if (System.getProperty(MOST_KEPT) == null) {
            System.setProperty(MOST_KEPT, Integer.toString(Math.max(16, 4 * atOnce)));
        }
    }

    private static WSS4JOutInterceptor signer(Settings settings, Keys keys) {
        Settings.Magda magda = settings.magda();
        SigningProfile profile = SigningProfile.named(settings.home(), magda.signing());
        Merlin crypto = new Merlin();
        KeyStore identities = keys.identities();
        crypto.setKeyStore(identities);
        String password = new String(keys.password());
        CallbackHandler passwords = callbacks -> {
            for (var callback : callbacks) {
                if (callback instanceof WSPasswordCallback asked) {
                    asked.setPassword(password);
                }
            }
        };
        Map<String, Object> properties = new HashMap<>();
        properties.put(WSHandlerConstants.ACTION, WSHandlerConstants.SIGNATURE);
        properties.put(WSHandlerConstants.SIGNATURE_USER, Keys.MAGDA);
        properties.put(WSHandlerConstants.SIG_PROP_REF_ID, "magdaCrypto");
        properties.put("magdaCrypto", crypto);
        properties.put(WSHandlerConstants.PW_CALLBACK_REF, passwords);
        properties.put(WSHandlerConstants.SIG_KEY_ID, "DirectReference");
        properties.put(
                WSHandlerConstants.USE_SINGLE_CERTIFICATE,
                Boolean.toString(profile.token().equals("x509v3")));
        properties.put(WSHandlerConstants.SIGNATURE_PARTS, BODY);
        properties.put(WSHandlerConstants.SIG_ALGO, SIGNATURES.get(magda.signatureAlgorithm()));
        properties.put(WSHandlerConstants.SIG_DIGEST_ALGO, DIGESTS.get(magda.signatureAlgorithm()));
        properties.put(WSHandlerConstants.SIG_C14N_ALGO, EXCLUSIVE_C14N);
        properties.put(WSHandlerConstants.MUST_UNDERSTAND, "true");
        return new WSS4JOutInterceptor(properties);
    }

    /** Time-outs and plain requests: no redirects, an empty SOAPAction as MAGDA's own connector sends. */
    private record Http(Settings.Magda magda) implements CxfConfigurer {
        @Override
        public void configure(AbstractWSDLBasedEndpointFactory factory) {
            // nothing to set on the factory
        }

        @Override
        public void configureClient(Client client) {
            HTTPConduit conduit = (HTTPConduit) client.getConduit();
            HTTPClientPolicy policy = new HTTPClientPolicy();
            policy.setConnectionTimeout(magda.connectTimeout().toMillis());
            policy.setReceiveTimeout(magda.receiveTimeout().toMillis());
            policy.setAllowChunking(true);
            policy.setChunkingThreshold(MOST_BUFFERED);
            policy.setVersion("1.1");
            policy.setAutoRedirect(false);
            conduit.setClient(policy);
            // a SOAP fault is read whatever the HTTP status it comes with
            client.getEndpoint().put(HTTPConduit.NO_IO_EXCEPTIONS, true);
        }

        @Override
        public void configureServer(Server server) {
            // this endpoint only calls
        }
    }
}
