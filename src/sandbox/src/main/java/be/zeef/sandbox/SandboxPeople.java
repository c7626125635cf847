package be.zeef.sandbox;

import be.zeef.security.KeyStoreFile;
import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * People who do not exist, of finance and data-protection officers, made on first use: of each a key as people have one ({@code an.p12}, opened by what stands in
 * {@code an.password}) and the certificate to pin ({@code an.pem}).
 */
final class SandboxPeople {

    private static final List<String> RELEASERS = List.of("an", "bert", "carla");
    private static final List<String> OFFICERS = List.of("els", "omar");

    private SandboxPeople() {}

    /** Who releases payments. */
    static void releasers(Path folder, SandboxKeys keys) throws IOException, GeneralSecurityException {
        make(folder, RELEASERS, keys);
    }

    /** Who suspends, resumes and revokes agreements. */
    static void officers(Path folder, SandboxKeys keys) throws IOException, GeneralSecurityException {
        make(folder, OFFICERS, keys);
    }

    private static void make(Path folder, List<String> people, SandboxKeys keys)
            throws IOException, GeneralSecurityException {
        PrivateFiles.folder(folder);
        for (String person : people) {
            // the certificate is written last, so whoever has one has all
            if (!Files.exists(folder.resolve(person + ".pem"))) {
                make(folder, person, keys);
            }
        }
    }

    private static void make(Path folder, String person, SandboxKeys keys)
            throws IOException, GeneralSecurityException {
        KeyPair pair = Certificates.curve();
        X509Certificate issuer = keys.certificate("ca");
        X509Certificate certificate = Certificates.person(person, pair.getPublic(), keys.pair("ca"), issuer);
        String password = password();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                person, pair.getPrivate(), password.toCharArray(), new X509Certificate[] {certificate, issuer});
        KeyStoreFile.store(store, folder.resolve(person + ".p12"), password.toCharArray());
        PrivateFiles.writeString(folder.resolve(person + ".password"), password + "\n");
        PemFile.write(folder.resolve(person + ".pem"), "CERTIFICATE", certificate.getEncoded());
    }

    private static String password() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
