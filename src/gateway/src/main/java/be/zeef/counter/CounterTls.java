package be.zeef.counter;

import be.zeef.security.KeyException;
import be.zeef.security.Keys;
import be.zeef.settings.CounterSettings;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509KeyManager;

/**
 * TLS at the counter. A client certificate is asked for and not required, since a caller may come with a token; one that is
 * shown must have been issued by the callers' issuer ({@value Keys#CALLERS} in {@code trust.p12}), whatever else is trusted.
 * HTTP/1.1 only: a question has a connection to itself, and the counter's door has one protocol to keep.
 */
final class CounterTls {

    private final Keys keys;
    private final CounterSettings settings;

    CounterTls(Keys keys, CounterSettings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    HttpServerOptions options() {
        return new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_1_1))
                .setSslHandshakeTimeout(settings.connections().handshakeWithin().toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
                .setKeyCertOptions(KeyCertOptions.wrap(own()))
                .setTrustOptions(TrustOptions.wrap(trusted(Keys.CALLERS)[0]))
                .setClientAuth(ClientAuth.REQUEST);
    }

    /** Toward the OpenID issuer: the certificate {@value Keys#OIDC} of {@code trust.p12}, or what the machine trusts. */
    SSLContext towardIssuer() {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, keys.trust().containsAlias(Keys.OIDC) ? trusted(Keys.OIDC) : null, null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new KeyException("TLS toward the OpenID issuer cannot be set up.", e);
        }
    }

    private X509KeyManager own() {
        try {
            PrivateKeyEntry entry = keys.identity(settings.key());
            KeyStore store = empty();
            store.setKeyEntry("counter", entry.getPrivateKey(), keys.password(), entry.getCertificateChain());
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, keys.password());
            return (X509KeyManager) factory.getKeyManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyException("The key '" + settings.key() + "' cannot be used for TLS.", e);
        }
    }

    private TrustManager[] trusted(String alias) {
        try {
            KeyStore store = empty();
            store.setCertificateEntry(alias, keys.partner(alias));
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyException("The certificate '" + alias + "' cannot be used for TLS.", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
