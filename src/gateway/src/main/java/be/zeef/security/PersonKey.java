package be.zeef.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.LoginException;

/**
 * A person's own key: a PKCS#12 file, or a PKCS#11 token that never lets the key out. It is used and never kept; a token takes whoever comes
 * after in the same process for the same person, until this is closed.
 */
public final class PersonKey implements AutoCloseable {

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Optional<Provider> provider;

    private PersonKey(PrivateKey key, X509Certificate certificate, Optional<Provider> provider) {
        this.key = key;
        this.certificate = certificate;
        this.provider = provider;
    }

    /**
     * The key in a PKCS#12 file.
     *
     * @param alias which, where there are several
     * @throws KeyException saying what is wrong with the file, the password or the alias
     */
    public static PersonKey inFile(Path file, char[] password, Optional<String> alias) {
        if (!Files.isReadable(file)) {
            throw new KeyException("There is no key file " + file.getFileName()
                    + " that can be read. Name your PKCS#12 file with --key.");
        }
        KeyStore store;
        try (InputStream in = Files.newInputStream(file)) {
            store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyException(
                    "The key file " + file.getFileName()
                            + " cannot be opened: the password is wrong, or it is no PKCS#12"
                            + " file. Nothing was signed; try again.",
                    e);
        }
        return chosen(
                store, password, alias, Optional.empty(), file.getFileName().toString());
    }

    /**
     * The key on a PKCS#11 token: a card, a stick or a module.
     *
     * @param config what Java's SunPKCS11 provider is told: the token's library and its slot
     * @param alias which, where there are several
     * @throws KeyException saying what is wrong with the configuration, the token, the PIN or the alias
     */
    public static PersonKey onToken(Path config, char[] pin, Optional<String> alias) {
        Provider provider = token(config);
        KeyStore store;
        try {
            store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyException(
                    "The token of " + config.getFileName()
                            + " cannot be opened: the PIN is wrong, or no token is in its"
                            + " slot. Nothing was signed; a token locks itself after a few wrong PINs.",
                    e);
        }
        return chosen(store, null, alias, Optional.of(provider), "the token of " + config.getFileName());
    }

    private static Provider token(Path config) {
        Provider template = Security.getProvider("SunPKCS11");
        if (template == null) {
            throw new KeyException("This Java knows no PKCS#11 tokens. Use a JDK with the module jdk.crypto.cryptoki.");
        }
        if (!Files.isReadable(config)) {
            throw new KeyException("There is no token configuration " + config.getFileName()
                    + " that can be read. Name with --token a file of two lines: name = ... and library = ...");
        }
        try {
            return template.configure(config.toString());
        } catch (InvalidParameterException | ProviderException | UnsupportedOperationException e) {
            throw new KeyException(
                    "The token configuration " + config.getFileName()
                            + " cannot be used: it must name the library of your token (library = ...) and, where there are"
                            + " several, its slot (slotListIndex = ...).",
                    e);
        }
    }

    private static PersonKey chosen(
            KeyStore store, char[] password, Optional<String> alias, Optional<Provider> provider, String where) {
        try {
            String name = alias(store, alias, where);
            if (store.getKey(name, password) instanceof PrivateKey key
                    && store.getCertificate(name) instanceof X509Certificate certificate) {
                return new PersonKey(key, certificate, provider);
            }
            throw new KeyException("There is no key " + name + " with a certificate in " + where
                    + ". Name one with --alias, or import its certificate beside it.");
        } catch (GeneralSecurityException e) {
            throw new KeyException("The key in " + where + " cannot be read.", e);
        }
    }

    private static String alias(KeyStore store, Optional<String> alias, String where) throws KeyStoreException {
        if (alias.isPresent()) {
            return alias.get();
        }
        List<String> keys = Collections.list(store.aliases()).stream()
                .filter(each -> isKey(store, each))
                .sorted()
                .toList();
        if (keys.size() != 1) {
            throw new KeyException(
                    keys.isEmpty()
                            ? "There is no private key in " + where + ". Name another."
                            : "There are several keys in " + where + ": " + String.join(", ", keys)
                                    + ". Name yours with --alias.");
        }
        return keys.get(0);
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (KeyStoreException e) {
            throw new KeyException("A key store cannot be read.", e);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * A signature over these bytes, without them, as {@link PersonSignature} describes.
     *
     * @throws KeyException when the key cannot sign, or its token was taken out
     */
    public byte[] sign(byte[] content) {
        return signed(content, false);
    }

    /**
     * The same with the bytes inside, as {@link Cms#verified} reads it.
     *
     * @throws KeyException when the key cannot sign, or its token was taken out
     */
    public byte[] signInside(byte[] content) {
        return signed(content, true);
    }

    private byte[] signed(byte[] content, boolean inside) {
        try {
            return PersonSignature.over(content, key, certificate, provider, inside);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new KeyException(
                    "Your key cannot sign. It must be an RSA or elliptic-curve key; if it lies on a token, leave the token"
                            + " in until this ends.",
                    e);
        }
    }

    /** Logs out of the token. */
    @Override
    public void close() {
        if (provider.orElse(null) instanceof AuthProvider token) {
            try {
                token.logout();
            } catch (LoginException | ProviderException e) {
                // it was taken out, and nobody is logged in to it any more
            }
        }
    }

    @Override
    public String toString() {
        return "PersonKey";
    }
}
