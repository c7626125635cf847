package be.zeef.counter;

import be.zeef.settings.CounterSettings;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/**
 * The issuer's public keys over HTTPS, found through its discovery document; that is read again only when the keys are not
 * where it said. For one thread at a time.
 */
final class IssuerDocuments {

    private static final int TIMEOUT = 3000;
    private static final int MOST_BYTES = 1 << 18;
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final CounterSettings.Oidc settings;
    private final ResourceRetriever retriever;
    private URL keys;

    /** @param tls whom to trust as the issuer's server */
    IssuerDocuments(CounterSettings.Oidc settings, SSLSocketFactory tls) {
        this.settings = settings;
        this.retriever = new DefaultResourceRetriever(TIMEOUT, TIMEOUT, MOST_BYTES, true, tls);
    }

    /** @throws IOException when the issuer does not answer, answers for another one, or with what are no keys */
    JWKSet keys() throws IOException {
        try {
            if (keys == null) {
                keys = discovered();
            }
            return JWKSet.parse(retriever.retrieveResource(keys).getContent());
        } catch (IOException | ParseException | IllegalArgumentException e) {
            keys = null;
            throw new IOException("the issuer's keys cannot be read", e);
        }
    }

    private URL discovered() throws IOException, ParseException {
        URL place =
                URI.create(settings.issuer().replaceAll("/$", "") + DISCOVERY).toURL();
        Map<String, Object> document =
                JSONObjectUtils.parse(retriever.retrieveResource(place).getContent());
        if (!settings.issuer().equals(document.get("issuer"))) {
            throw new IOException("the discovery document names another issuer");
        }
        return secure(JSONObjectUtils.getURI(document, "jwks_uri"));
    }

    private static URL secure(URI keys) throws MalformedURLException {
        if (keys == null || !"https".equals(keys.getScheme())) {
            throw new MalformedURLException("jwks_uri must be https");
        }
        return keys.toURL();
    }
}
