package be.zeef.counter;

import be.zeef.route.http.Documents;
import be.zeef.settings.CounterSettings;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * The issuer's public keys over HTTPS, found through its discovery document; that is read again only when the keys are not
 * where it said. An issuer that answers slowly holds nobody up for longer than some seconds, however it does so. For one thread
 * at a time.
 */
final class IssuerDocuments {

    private static final Duration WITHIN = Duration.ofSeconds(3);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final CounterSettings.Oidc settings;
    private final Documents documents;
    private URI keys;

    /** @param tls whom to trust as the issuer's server */
    IssuerDocuments(CounterSettings.Oidc settings, SSLContext tls) {
        this.settings = settings;
        this.documents = new Documents(tls, WITHIN);
    }

    /** @throws IOException when the issuer does not answer, answers for another one, or with what are no keys */
    JWKSet keys() throws IOException {
        try {
            if (keys == null) {
                keys = discovered();
            }
            return JWKSet.parse(text(keys));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            keys = null;
            throw new IOException("the issuer's keys cannot be read", e);
        }
    }

    private String text(URI place) throws IOException {
        return new String(documents.get(place), StandardCharsets.UTF_8);
    }

    private URI discovered() throws IOException, ParseException {
        URI place = URI.create(settings.issuer().replaceAll("/$", "") + DISCOVERY);
        Map<String, Object> document = JSONObjectUtils.parse(text(place));
        if (!settings.issuer().equals(document.get("issuer"))) {
            throw new IOException("the discovery document names another issuer");
        }
        return secure(JSONObjectUtils.getURI(document, "jwks_uri"));
    }

    private static URI secure(URI keys) throws MalformedURLException {
        if (keys == null || !"https".equals(keys.getScheme())) {
            throw new MalformedURLException("jwks_uri must be https");
        }
        return keys;
    }
}
