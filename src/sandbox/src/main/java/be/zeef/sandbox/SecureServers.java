package be.zeef.sandbox;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** Makes HTTPS servers on 127.0.0.1 for far ends. */
public final class SecureServers {

    static {
        // else the JDK's server holds the last part of each answer back for some 40 ms; read when the first server is
        // made
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private SecureServers() {}

    /**
     * A server that has not been started.
     *
     * @param port 0 for a free one
     * @param alias its key
     * @param clients whether only clients with a certificate of the issuer may speak to it
     */
    public static HttpsServer make(int port, SandboxKeys keys, String alias, boolean clients)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(keys.store(alias), keys.password());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(keys.store());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", port), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
                wanted.setNeedClientAuth(clients);
                parameters.setSSLParameters(wanted);
            }
        });
        return server;
    }

    /** Threads that end with the process, as many as are needed. */
    public static ExecutorService workers(String name) {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
