package be.zeef.sandbox.ivago;

import be.zeef.security.Cms;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Credits a delivery's lines and writes its two receipts, signed. */
final class Answerer {

    private static final String NAMESPACE = "urn:zeef:ivago:receipt:1";

    private final Path out;
    private final Credits credits;
    private final PrivateKeyEntry own;
    private final PrivateKeyEntry another;

    Answerer(Path out, Credits credits, PrivateKeyEntry own, PrivateKeyEntry another) {
        this.out = out;
        this.credits = credits;
        this.own = own;
        this.another = another;
    }

    /** How well it behaves this time. */
    record Manners(boolean ack, boolean result, boolean wrongSigner, boolean refuseLine) {}

    void answer(String name, Opener.Opened opened, Manners manners) throws IOException {
        PrivateKeyEntry signer = manners.wrongSigner() ? another : own;
        String functional = opened.accepted() ? credit(name, opened.lines(), manners.refuseLine()) : "";
        if (manners.ack()) {
            String technical = "<technicalReceipt xmlns=\"" + NAMESPACE + "\" delivery=\"" + name + "\" received=\""
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\" result=\""
                    + (opened.accepted() ? "ACCEPTED" : "REFUSED") + "\" code=\"" + opened.code() + "\" lines=\""
                    + opened.lines().size() + "\"/>";
            write(name + ".ack.p7m", technical, signer);
        }
        if (manners.result() && opened.accepted()) {
            write(name + ".result.p7m", functional, signer);
        }
    }

    private String credit(String name, List<Opener.Line> lines, boolean refuseFirst) throws IOException {
        StringBuilder xml =
                new StringBuilder("<functionalReceipt xmlns=\"" + NAMESPACE + "\" delivery=\"" + name + "\">");
        List<Opener.Line> fresh = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Opener.Line line = lines.get(i);
            boolean known = credits.has(line.id());
            boolean refused = refuseFirst && i == 0 && !known;
            if (!known && !refused) {
                fresh.add(line);
            }
            xml.append("<line id=\"").append(line.id()).append("\" result=\"");
            xml.append(
                    refused
                            ? "REFUSED\" code=\"UNKNOWN_HOUSEHOLD"
                            : known ? "ALREADY_GRANTED\" code=\"KNOWN" : "ACCEPTED\" code=\"OK");
            xml.append("\"/>");
        }
        credits.credit(fresh);
        return xml.append("</functionalReceipt>").toString();
    }

    private void write(String file, String xml, PrivateKeyEntry signer) throws IOException {
        Path part = out.resolve(file + ".part");
        try (OutputStream stream = Files.newOutputStream(part);
                OutputStream signed = Cms.signing(signer, stream, true)) {
            signed.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        Files.move(part, out.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
