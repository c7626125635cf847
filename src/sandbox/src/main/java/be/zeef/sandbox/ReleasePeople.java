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
 * People of finance who do not exist, made on first use: of each a key as people have one ({@code an.p12}, opened by what stands in
 * {@code an.password}) and the certificate to pin ({@code an.pem}).
 */
final class ReleasePeople {

    private static final List<String> PEOPLE = List.of("an", "bert", "carla");

    private ReleasePeople() {}

    static void make(Path folder, SandboxKeys keys) throws IOException, GeneralSecurityException {
        PrivateFiles.folder(folder);
        for (String person : PEOPLE) {
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
