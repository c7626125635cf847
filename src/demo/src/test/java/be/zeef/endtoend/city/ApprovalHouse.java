package be.zeef.endtoend.city;

import be.zeef.cli.Zeef;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.security.Fingerprint;
import be.zeef.security.PrivateFiles;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.trust.TestPki;
import be.zeef.trust.TestTrust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An installation in the profile production: agreements that may be edited, people with keys, and a trust file elsewhere. */
public final class ApprovalHouse {

    public static final String AGREEMENT = "heusden-zolder-kinderopvang";

    public final Path home;
    public final Path data;
    public final TestPki pki = TestPki.at(Instant.now());
    public final PrivateKeyEntry board =
            TestPki.selfSigned("board", Instant.now(), Instant.now().plus(Duration.ofDays(900)));
    public final PrivateKeyEntry sender = pki.person("sender");
    public final PrivateKeyEntry recipient = pki.person("recipient", TestPki.rsa());
    public final String fingerprint = Fingerprint.of(TestPki.certificate(board)).hex();

    public record Said(int code, String text) {}

    public ApprovalHouse(Path folder) throws IOException {
        home = folder.resolve("home");
        data = folder.resolve("data");
        copy(Path.of("mappings"), home.resolve("mappings"));
        copy(Path.of("routes"), home.resolve("routes"));
        copy(Path.of("security"), home.resolve("security"));
        ReadyKeys.copy(data.resolve("keys"), data.resolve("sandbox/keys"));
        Files.writeString(home.resolve("zeef.yaml"), "profile: production\nhome: " + home + "\ndata: " + data + "\n");
        PrivateFiles.writeString(folder.resolve("password"), TestPki.PASSWORD + "\n");
    }

    public TestTrust trust() {
        return new TestTrust()
                .issuer(pki.issuer())
                .person("an.peeters", sender)
                .person("jo.maes", recipient)
                .approved(AGREEMENT, "an.peeters", "jo.maes");
    }

    public void trusted() {
        trust().write(data.resolve("trust.p7s"), board);
    }

    public Said approve(String side, PrivateKeyEntry person, String... more) {
        Path key = TestPki.file(home.resolveSibling(side + ".p12"), person);
        List<String> words = new ArrayList<>(List.of("agreement", "approve", AGREEMENT, "--as=" + side));
        words.addAll(List.of("--key=" + key, "--password-file=" + home.resolveSibling("password")));
        words.addAll(List.of(more));
        return say(words.toArray(String[]::new));
    }

    public Path approval(String side) {
        return home.resolve("mappings/agreements/" + AGREEMENT + "." + side + ".p7s");
    }

    /** Runs a command on these settings, and what it said, complaints too. */
    public Said say(String... words) {
        return said(home.resolve("zeef.yaml"), words);
    }

    public static Said said(Path config, String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            int code = Zeef.run(Stream.concat(Stream.of(words), Stream.of("--config=" + config))
                    .toArray(String[]::new));
            captured.flush();
            return new Said(code, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    public Settings settings(String named) {
        return SettingsFile.read(home.resolve("zeef.yaml"), Map.of("trust", Map.of("fingerprint", named)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
