package be.zeef.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A PKCS#11 token in software, fresh, with people's keys on it. It needs SoftHSM 2 (Debian's package softhsm2, which {@code .ci/run}
 * installs), and the folder of its tokens in the environment, as Surefire sets it.
 */
public final class SoftToken {

    public static final String PIN = "2468";

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String CONFIGURATION = "SOFTHSM2_CONF";

    private final Path config;

    private SoftToken(Path config) {
        this.config = config;
    }

    /** Why there can be none here; empty when there can. */
    public static Optional<String> missing() {
        if (!Files.exists(LIBRARY)) {
            return Optional.of("SoftHSM 2 is not installed: apt-get install softhsm2");
        }
        return System.getenv(CONFIGURATION) == null
                ? Optional.of(CONFIGURATION + " is not set: run this test with Maven")
                : Optional.empty();
    }

    /** @param folder for the token, its keys and the file that tells Java of it */
    public static SoftToken in(Path folder, Someone... people) throws IOException, GeneralSecurityException {
        Path tokens = Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(
                Path.of(System.getenv(CONFIGURATION)),
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        run("softhsm2-util", "--init-token", "--free", "--label", "zeef", "--pin", PIN, "--so-pin", "1357");
        Path config = Files.writeString(
                folder.resolve("token.cfg"), "name = soft\nlibrary = " + LIBRARY + "\nslotListIndex = 0\n");
        Provider provider = Security.getProvider("SunPKCS11").configure(config.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        for (Someone someone : people) {
            store.setKeyEntry(
                    someone.name(), someone.pair().getPrivate(), null, new X509Certificate[] {someone.certificate()});
        }
        return new SoftToken(config);
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.onExit().join().exitValue())
                .as("%s: %s", List.of(command), said)
                .isZero();
    }

    /** What {@code --token} is told. */
    public Path config() {
        return config;
    }
}
