package be.zeef.route;

import be.zeef.security.KeyException;
import be.zeef.security.Keys;
import be.zeef.security.SshKey;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** The keys that routes name as beans: {@code #magdaTls}, {@code #uitpasTls} and {@code #sftpKey}. */
public final class PartnerKeys {

    private PartnerKeys() {}

    /** TLS toward MAGDA. */
    public static SSLContextParameters magdaTls(Keys keys) {
        return tls(keys, Keys.MAGDA, "magda");
    }

    /**
     * TLS toward one partner: our own certificate is shown, and only servers whose certificate this partner's issuer
     * signed are trusted, whatever the machine trusts besides.
     *
     * @param identity alias of our own key
     * @param issuer alias of the partner's issuer
     */
    public static SSLContextParameters tls(Keys keys, String identity, String issuer) {
        KeyManagersParameters own = OwnCertificate.parameters();
        own.setKeyStore(parameters(only(keys, identity)));
        own.setKeyPassword(new String(keys.password()));
        TrustManagersParameters trusted = new TrustManagersParameters();
        trusted.setKeyStore(parameters(issuer(keys, issuer)));
        SSLContextParameters tls = new SSLContextParameters();
        tls.setKeyManagers(own);
        tls.setTrustManagers(trusted);
        return tls;
    }

    /**
     * TLS toward UiTPAS, where a token says who we are: where {@code trust.p12} has a certificate {@code uitpas}, only servers
     * whose certificate that issuer signed are trusted; where it has none, those that the machine trusts.
     */
    public static SSLContextParameters uitpasTls(Keys keys) {
        SSLContextParameters tls = new SSLContextParameters();
        if (keys.knows("uitpas")) {
            TrustManagersParameters trusted = new TrustManagersParameters();
            trusted.setKeyStore(parameters(issuer(keys, "uitpas")));
            tls.setTrustManagers(trusted);
        }
        return tls;
    }

    /** The key that opens SFTP sessions, as the SSH client reads it. */
    public static byte[] sftpKey(Keys keys) {
        return SshKey.pem(keys.identity(Keys.SFTP).getPrivateKey());
    }

    private static KeyStore only(Keys keys, String alias) {
        try {
            PrivateKeyEntry entry = keys.identity(alias);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias, entry.getPrivateKey(), keys.password(), entry.getCertificateChain());
            return store;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new KeyException("The key '" + alias + "' cannot be used for TLS.", e);
        }
    }

    private static KeyStore issuer(Keys keys, String alias) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(alias, keys.partner(alias));
            return store;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new KeyException("The certificate '" + alias + "' cannot be used for TLS.", e);
        }
    }

    private static KeyStoreParameters parameters(KeyStore store) {
        KeyStoreParameters parameters = new KeyStoreParameters();
        parameters.setKeyStore(store);
        return parameters;
    }
}
