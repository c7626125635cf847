package be.zeef.packing;

import be.zeef.packing.DeliveryForms.Form;
import be.zeef.security.Keys;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.XmlCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * Packs a delivery in two passes over its lines: the first only checks, so that nothing is kept of a delivery that is
 * against its contract; the second composes, encrypts and signs. The lines must come in ascending order of id.
 */
public final class SealedPacker implements Packer {

    private final Keys keys;
    private final String partner;
    private final DeliveryForms forms;

    /** @param partner alias of the certificate that deliveries are encrypted to */
    public SealedPacker(Keys keys, String partner, DeliveryForms forms) {
        this.keys = keys;
        this.partner = partner;
        this.forms = forms;
    }

    @Override
    public String series() {
        return forms.series();
    }

    @Override
    public Packed pack(DeliveryHead head, LineSource lines, FileSink sink) throws IOException {
        Form form = form(head);
        Totals totals = check(head, form, lines);
        String format = head.format().name().toLowerCase(Locale.ROOT);
        Seal seal = new Seal(keys.identity(Keys.DELIVERY), keys.partner(partner), head.name(), sink);
        String content = seal.file(
                head.name() + "." + format + ".p7m",
                head.name() + ".p7s",
                out -> composeFile(head, lines, totals, form, out));
        if (form.headApart()) {
            seal.file(
                    head.name() + ".head.p7m",
                    head.name() + ".head.p7s",
                    out -> compose(head, lines, totals, new HeadFile(out, content)));
        }
        List<String> files = seal.close();
        return new Packed(head.name(), files, totals.lines(), totals.perValue());
    }

    private static void composeFile(DeliveryHead head, LineSource lines, Totals totals, Form form, OutputStream out)
            throws IOException {
        if (!head.padded()) {
            compose(head, lines, totals, form.writer().apply(out));
            return;
        }
        Padded padded = new Padded(out);
        compose(head, lines, totals, form.writer().apply(padded));
        padded.fill();
    }

    private Form form(DeliveryHead head) {
        return forms.form(head.format()).orElseThrow(() -> {
            Findings findings = new Findings();
            String format = head.format().name().toLowerCase(Locale.ROOT);
            findings.add(Finding.fatal("delivery.format", Location.WHOLE, partner, format));
            return new InvalidMessageException(findings.report(head.name()));
        });
    }

    private Totals check(DeliveryHead head, Form form, LineSource lines) throws IOException {
        Findings findings = new Findings();
        DeliveryChecks checks = forms.checks(head, findings);
        lines.each(checks::check);
        Totals totals = checks.totals();
        if (!findings.refused() && form.schema().isPresent()) {
            XmlCheck.against(
                    form.schema().get(),
                    findings,
                    out -> compose(head, lines, totals, form.writer().apply(out)));
        }
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(head.name()));
        }
        return totals;
    }

    private static void compose(DeliveryHead head, LineSource lines, Totals totals, LineWriter writer)
            throws IOException {
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
        writer.end(totals);
    }
}
