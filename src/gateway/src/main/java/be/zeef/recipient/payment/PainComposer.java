package be.zeef.recipient.payment;

import be.zeef.security.reading.Xml;
import be.zeef.transfer.TransferBatch;
import be.zeef.transfer.TransferComposer;
import be.zeef.transfer.TransferTotals;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.XmlCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.validation.Schema;
import org.xml.sax.helpers.DefaultHandler;

/** Composes pain.001, by the stylesheet and held against the schema of its version in {@code mappings/recipients/payment}. */
public final class PainComposer implements TransferComposer {

    /** The versions there are; the older one is the switch for a bank that does not take the newer yet. */
    private static final List<String> FORMATS = List.of("pain.001.001.09", "pain.001.001.03");

    private final Map<String, BatchSheet> sheets;
    private final Map<String, Schema> schemas;

    public PainComposer(Path mappings) {
        Path folder = mappings.resolve("recipients/payment");
        sheets = FORMATS.stream()
                .collect(Collectors.toMap(
                        Function.identity(), format -> BatchSheet.compile(folder.resolve(format + ".xslt"))));
        schemas = FORMATS.stream()
                .collect(Collectors.toMap(Function.identity(), format -> Xml.schema(folder.resolve(format + ".xsd"))));
    }

    @Override
    public boolean canWrite(String name) {
        return SepaText.of(name, Integer.MAX_VALUE).codePoints().anyMatch(Character::isLetter);
    }

    @Override
    public byte[] compose(TransferBatch batch, String format) throws IOException {
        if (!sheets.containsKey(format)) {
            throw new IllegalArgumentException("there is no format " + format);
        }
        byte[] file = sheets.get(format).compose(batch);
        check(file, format, batch.name(), new DefaultHandler());
        return file;
    }

    @Override
    public TransferTotals totals(byte[] file, String format) throws IOException {
        TotalsHandler totals = new TotalsHandler();
        check(file, format, format, totals);
        return totals.totals();
    }

    private void check(byte[] file, String format, String subject, DefaultHandler handler) throws IOException {
        Findings findings = new Findings();
        XmlCheck.read(schemas.get(format), findings, new ByteArrayInputStream(file), handler);
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(subject));
        }
    }
}
