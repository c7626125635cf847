package be.zeef.recipient.ivago;

import be.zeef.recipient.DeliveryHead;
import be.zeef.recipient.FileSink;
import be.zeef.recipient.LineSource;
import be.zeef.recipient.Packer;
import be.zeef.security.Cms;
import be.zeef.security.Keys;
import be.zeef.security.Xml;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.XmlCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.validation.Schema;

/**
 * Packs a delivery in two passes over its lines: the first only checks, so that nothing is kept of a delivery that is
 * against its contract; the second composes, encrypts and signs. Memory does not grow with the lines, which must come in
 * ascending order of id: that is how a doubled line is seen.
 */
public final class IvagoPacker implements Packer {

    private final Keys keys;
    private final Schema schema;

    public IvagoPacker(Path mappings, Keys keys) {
        this.keys = keys;
        this.schema = Xml.schema(mappings.resolve("recipients/ivago/grants.xsd"));
    }

    @Override
    public String series() {
        return "IVAGO.SOCTEG";
    }

    @Override
    public Packed pack(DeliveryHead head, LineSource lines, FileSink sink) throws IOException {
        LineChecks totals = check(head, lines);
        String content = head.name() + "." + head.format().name().toLowerCase(Locale.ROOT) + ".p7m";
        String signature = head.name() + ".p7s";
        String manifest = head.name() + ".sha256";
        String go = head.name() + ".go";
        Sha256Stream contentOut = new Sha256Stream(sink.create(content));
        Sha256Stream signatureOut = new Sha256Stream(sink.create(signature));
        try (contentOut;
                signatureOut;
                OutputStream signed = Cms.signing(keys.identity(Keys.DELIVERY), signatureOut);
                OutputStream encrypted = Cms.encrypting(keys.partner("ivago"), new Tee(contentOut, signed))) {
            compose(head, lines, totals, encrypted);
        }
        try (OutputStream out = sink.create(manifest)) {
            String text = contentOut.hex() + "  " + content + "\n" + signatureOut.hex() + "  " + signature + "\n";
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        sink.create(go).close();
        return new Packed(head.name(), List.of(content, signature, manifest, go), totals.lines(), totals.perCategory());
    }

    private LineChecks check(DeliveryHead head, LineSource lines) throws IOException {
        Findings findings = new Findings();
        LineChecks checks = new LineChecks(head.year(), findings, 0);
        lines.each(checks::check);
        if (!findings.refused() && head.format() == DeliveryHead.Format.XML) {
            XmlCheck.against(schema, findings, out -> compose(head, lines, checks, out));
        }
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(head.name()));
        }
        return checks;
    }

    private static void compose(DeliveryHead head, LineSource lines, LineChecks totals, OutputStream out)
            throws IOException {
        GrantWriter writer = GrantWriter.of(head.format(), out);
        writer.start(head);
        try {
            lines.each(line -> {
                try {
                    writer.line(line);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.end(totals.lines(), totals.perCategory());
    }
}
