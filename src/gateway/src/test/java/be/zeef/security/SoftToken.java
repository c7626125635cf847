package be.zeef.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PKCS#11 token in software, made afresh once per process, because its library looks for tokens once. It needs SoftHSM 2 (Debian's
 * package softhsm2, which {@code .ci/run} installs), and the place of its configuration in the environment, as Surefire sets it.
 */
public final class SoftToken {

    public static final String PIN = "2468";

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String CONFIGURATION = "SOFTHSM2_CONF";

    private static Path config;

    private SoftToken() {}

    /** Why there can be none here; empty when there can. */
    public static Optional<String> missing() {
        if (!Files.exists(LIBRARY)) {
            return Optional.of("SoftHSM 2 is not installed: apt-get install softhsm2");
        }
        return System.getenv(CONFIGURATION) == null
                ? Optional.of(CONFIGURATION + " is not set: run this test with Maven")
                : Optional.empty();
    }

    /** The file that tells Java of the token, on which these people's keys lie now, each under their name. */
    public static synchronized Path holding(Someone... people) throws Exception {
        if (config == null) {
            config = made();
        }
        Provider provider = Security.getProvider("SunPKCS11").configure(config.toString());
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        for (Someone someone : people) {
            store.setKeyEntry(
                    someone.name(), someone.pair().getPrivate(), null, new X509Certificate[] {someone.certificate()});
        }
        ((AuthProvider) provider).logout();
        return config;
    }

    private static Path made() throws IOException {
        Path configuration = Path.of(System.getenv(CONFIGURATION));
        Path tokens = configuration.resolveSibling(configuration.getFileName() + "-tokens");
        clear(tokens);
        Files.createDirectories(tokens);
        Files.writeString(
                configuration,
                "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        run("softhsm2-util", "--init-token", "--free", "--label", "zeef", "--pin", PIN, "--so-pin", "1357");
        return Files.writeString(
                configuration.resolveSibling(configuration.getFileName() + "-java"),
                "name = soft\nlibrary = " + LIBRARY + "\nslotListIndex = 0\n");
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.onExit().join().exitValue())
                .as("%s: %s", List.of(command), said)
                .isZero();
    }
}
