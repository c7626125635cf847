package be.zeef.recipient.payment;

import be.zeef.security.reading.Xml;
import be.zeef.transfer.TransferAnswer;
import be.zeef.transfer.TransferAnswers;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.XmlCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.validation.Schema;

/** Reads pain.002 in the versions that banks answer in, 001.03, 001.10, 001.12 and 001.14, with what each reason means. */
public final class PainAnswers implements TransferAnswers {

    private static final int MOST_BYTES = 16 << 20;

    private static final List<String> VERSIONS = List.of("03", "10", "12", "14");

    private final Schema schema;
    private final Reasons reasons;

    /** @throws Reasons.BrokenException when the table of reasons cannot be used */
    public PainAnswers(Path mappings) {
        Path folder = mappings.resolve("recipients/payment");
        schema = Xml.schema(VERSIONS.stream()
                .map(version -> folder.resolve("pain.002.001." + version + ".xsd"))
                .toArray(Path[]::new));
        reasons = Reasons.in(mappings);
    }

    @Override
    public TransferAnswer read(String file, InputStream in) throws IOException {
        byte[] message = in.readNBytes(MOST_BYTES);
        Findings findings = new Findings();
        StatusHandler handler = new StatusHandler(reasons);
        if (message.length == MOST_BYTES) {
            findings.add(Finding.fatal("xml.too-large", Location.WHOLE, Integer.toString(MOST_BYTES)));
        } else {
            XmlCheck.read(schema, findings, new ByteArrayInputStream(message), handler);
        }
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(file));
        }
        return handler.answer();
    }
}
