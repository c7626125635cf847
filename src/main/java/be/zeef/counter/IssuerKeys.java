package be.zeef.counter;

import be.zeef.settings.CounterSettings;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/**
 * The issuer's public keys: found through its discovery document when the first token comes, kept, and asked for again when
 * they are old or when a token names one that is not among them, but not more often than the settings say. Thread-safe.
 */
final class IssuerKeys {

    private static final int TIMEOUT = 3000;
    private static final int MOST_BYTES = 1 << 18;
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final CounterSettings.Oidc settings;
    private final ResourceRetriever retriever;
    private JWKSource<SecurityContext> source;

    /** @param tls whom to trust as the issuer's server */
    IssuerKeys(CounterSettings.Oidc settings, SSLSocketFactory tls) {
        this.settings = settings;
        this.retriever = new DefaultResourceRetriever(TIMEOUT, TIMEOUT, MOST_BYTES, true, tls);
    }

    /** @throws ProblemException 503 when the issuer does not answer, or answers for another one */
    synchronized JWKSource<SecurityContext> get() {
        if (source == null) {
            source = JWKSourceBuilder.<SecurityContext>create(discovered(), retriever)
                    .cache(settings.keysFor().toMillis(), Duration.ofSeconds(15).toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(settings.askedAgainAfter().toMillis())
                    .retrying(true)
                    .build();
        }
        return source;
    }

    private URL discovered() {
        try {
            URL place = URI.create(settings.issuer().replaceAll("/$", "") + DISCOVERY)
                    .toURL();
            Map<String, Object> document =
                    JSONObjectUtils.parse(retriever.retrieveResource(place).getContent());
            if (!settings.issuer().equals(document.get("issuer"))) {
                throw new IOException("the discovery document names another issuer");
            }
            return secure(JSONObjectUtils.getURI(document, "jwks_uri"));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw ProblemException.because(503, "counter.issuer", e);
        }
    }

    private static URL secure(URI keys) throws MalformedURLException {
        if (keys == null || !"https".equals(keys.getScheme())) {
            throw new MalformedURLException("jwks_uri must be https");
        }
        return keys.toURL();
    }
}
