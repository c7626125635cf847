package be.zeef.sandbox.soap;

import be.zeef.sandbox.SandboxKeys;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** TLS that speaks only to clients with a certificate of the issuer. */
public final class MutualTls {

    private MutualTls() {}

    /** @param alias of the server's own key */
    public static HttpsConfigurator with(SandboxKeys keys, String alias) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys.store(alias), keys.password());
        TrustManagerFactory clients = TrustManagerFactory.getInstance("PKIX");
        clients.init(keys.store());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), clients.getTrustManagers(), null);
        return new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        };
    }
}
