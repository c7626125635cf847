package be.zeef.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The text of a trust file, put together piece by piece; it holds from a fortnight ago until fifty weeks hence. */
public final class TestTrust {

    private int serial = 1;
    private LocalDate from = LocalDate.now().minusDays(15);
    private LocalDate until = from.plusDays(364);
    private final List<X509Certificate> issuers = new ArrayList<>();
    private final Map<String, X509Certificate> people = new TreeMap<>();
    private final Map<String, String> agreements = new TreeMap<>();
    private final Map<String, String> releasers = new TreeMap<>();

    public TestTrust serial(int value) {
        serial = value;
        return this;
    }

    public TestTrust holding(LocalDate first, LocalDate last) {
        from = first;
        until = last;
        return this;
    }

    public TestTrust issuer(X509Certificate certificate) {
        issuers.add(certificate);
        return this;
    }

    public TestTrust person(String name, PrivateKeyEntry entry) {
        people.put(name, TestPki.certificate(entry));
        return this;
    }

    public TestTrust approved(String agreement, String sender, String recipient) {
        agreements.put(agreement, "{sender: " + sender + ", recipient: " + recipient + "}");
        return this;
    }

    public TestTrust released(String agreement, String... names) {
        releasers.put(agreement, List.of(names).toString());
        return this;
    }

    public String text() {
        StringBuilder text = new StringBuilder("serial: " + serial + "\n");
        text.append("from: \"")
                .append(from)
                .append("\"\nuntil: \"")
                .append(until)
                .append("\"\n");
        text.append("issuers:").append(issuers.isEmpty() ? " []\n" : "\n");
        issuers.forEach(each -> text.append("  - ").append(block(each, "    ")));
        text.append("people:").append(people.isEmpty() ? " {}\n" : "\n");
        people.forEach((name, each) -> text.append("  " + name + ": ").append(block(each, "    ")));
        map(text, "agreements", agreements);
        map(text, "releasers", releasers);
        return text.toString();
    }

    /** Signs it and puts it there. */
    public Path write(Path file, PrivateKeyEntry signer) {
        try {
            return Files.write(file, TrustFile.make(file, text().getBytes(), pem -> pem, TestPki.key(signer)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void map(StringBuilder text, String key, Map<String, String> values) {
        text.append(key).append(":").append(values.isEmpty() ? " {}\n" : "\n");
        values.forEach((name, value) ->
                text.append("  ").append(name).append(": ").append(value).append("\n"));
    }

    private static String block(X509Certificate certificate, String indent) {
        return "|\n" + TestPki.pem(certificate).indent(indent.length());
    }
}
