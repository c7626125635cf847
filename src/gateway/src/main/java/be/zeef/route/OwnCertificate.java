package be.zeef.route;

import java.lang.ref.WeakReference;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import org.apache.camel.support.jsse.KeyManagersParameters;

/**
 * Shows our certificate to partners, and knows whether the handshake that this thread showed it in was broken off then. In TLS 1.3
 * who refuses a certificate says so when we have sent it and are about to finish (RFC 8446 §4.4): the connection is often closed
 * before that can be read, and all that is left is a broken pipe, as of a partner that fell over. Where even our last word of the
 * handshake still got away it cannot be told from one: the call was cut off, is made again, and is told then.
 */
final class OwnCertificate extends X509ExtendedKeyManager {

    /** The protocol of a session of which the handshake never ended. */
    private static final String NO_SESSION = "NONE";

    /** Where each thread showed it last. */
    private static final ThreadLocal<WeakReference<SSLSocket>> SHOWN =
            ThreadLocal.withInitial(() -> new WeakReference<>(null));

    private final X509KeyManager keys;

    private OwnCertificate(X509KeyManager keys) {
        this.keys = keys;
    }

    /** Key managers that remember. */
    static KeyManagersParameters parameters() {
        return new KeyManagersParameters() {
            @Override
            public KeyManager[] createKeyManagers() throws java.security.GeneralSecurityException, java.io.IOException {
                return Stream.of(super.createKeyManagers())
                        .map(each -> each instanceof X509KeyManager own ? new OwnCertificate(own) : each)
                        .toArray(KeyManager[]::new);
            }
        };
    }

    /** A call begins in this thread. */
    static void forget() {
        SHOWN.remove();
    }

    /** Whether since then our certificate was shown, and the partner broke the handshake off. */
    static boolean refused() {
        SSLSocket socket = SHOWN.get().get();
        return socket != null
                && socket.isClosed()
                && NO_SESSION.equals(socket.getSession().getProtocol());
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
        if (socket instanceof SSLSocket shownTo) {
            SHOWN.set(new WeakReference<>(shownTo));
        }
        return keys.chooseClientAlias(types, issuers, socket);
    }

    @Override
    public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
        return keys.chooseClientAlias(types, issuers, null);
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
        return keys.getClientAliases(type, issuers);
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
        return keys.getServerAliases(type, issuers);
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
        return keys.chooseServerAlias(type, issuers, socket);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return keys.getCertificateChain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return keys.getPrivateKey(alias);
    }
}
