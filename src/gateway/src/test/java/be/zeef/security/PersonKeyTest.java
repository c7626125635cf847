package be.zeef.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's PKCS#12 file, and what is said when it cannot be used. */
class PersonKeyTest {

    private static final char[] RIGHT = "right".toCharArray();

    @TempDir
    Path folder;

    @Test
    void signsWithTheKeyInAFile() throws Exception {
        PersonKey key = PersonKey.inFile(Someone.AN.file(folder, "right"), RIGHT, Optional.empty());
        byte[] content = {1, 2, 3};
        assertThat(PersonSignature.verified(content, key.sign(content))).isEqualTo(Someone.AN.certificate());
        assertThat(key).hasToString("PersonKey");
    }

    @Test
    void saysThatThePasswordMayBeWrong() {
        Path file = Someone.AN.file(folder, "right");
        assertThatThrownBy(() -> PersonKey.inFile(file, "wrong".toCharArray(), Optional.empty()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("an.p12")
                .hasMessageContaining("the password is wrong")
                .hasMessageNotContaining("ZEEF_KEYSTORE_PASSWORD");
    }

    @Test
    void saysThatThereIsNoFile_orNoKeyStore_orNoKey() throws Exception {
        assertThatThrownBy(() -> PersonKey.inFile(folder.resolve("none.p12"), RIGHT, Optional.empty()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("none.p12");
        Path text = Files.writeString(folder.resolve("text.p12"), "no key store");
        assertThatThrownBy(() -> PersonKey.inFile(text, RIGHT, Optional.empty()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("no PKCS#12");
        Path keyless = folder.resolve("keyless.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("an", Someone.AN.certificate());
        try (var out = Files.newOutputStream(keyless)) {
            store.store(out, RIGHT);
        }
        assertThatThrownBy(() -> PersonKey.inFile(keyless, RIGHT, Optional.empty()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("no private key");
    }

    @Test
    void asksWhichKey_whereThereAreSeveral() throws Exception {
        Path both = folder.resolve("both.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (Someone someone : new Someone[] {Someone.AN, Someone.BERT}) {
            store.setKeyEntry(
                    someone.name(), someone.pair().getPrivate(), RIGHT, new X509Certificate[] {someone.certificate()});
        }
        try (var out = Files.newOutputStream(both)) {
            store.store(out, RIGHT);
        }
        assertThatThrownBy(() -> PersonKey.inFile(both, RIGHT, Optional.empty()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("an, bert")
                .hasMessageContaining("--alias");
        assertThat(PersonKey.inFile(both, RIGHT, Optional.of("bert")).certificate())
                .isEqualTo(Someone.BERT.certificate());
        assertThatThrownBy(() -> PersonKey.inFile(both, RIGHT, Optional.of("carla")))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("no key carla");
    }

    @Test
    void saysWhatATokensConfigurationMustHold() throws Exception {
        assertThatThrownBy(() -> PersonKey.onToken(folder.resolve("none.cfg"), RIGHT, Optional.empty()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("none.cfg");
        Path wrong = Files.writeString(folder.resolve("wrong.cfg"), "name = x\nlibrary = /no/such/library.so\n");
        assertThatThrownBy(() -> PersonKey.onToken(wrong, RIGHT, Optional.empty()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("library");
    }
}
