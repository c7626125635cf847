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
import javax.xml.validation.Schema;

/** Reads pain.002 in the versions that banks answer in, 001.03 and 001.10. */
public final class PainAnswers implements TransferAnswers {

    private static final int MOST_BYTES = 16 << 20;

    private final Schema schema;

    public PainAnswers(Path mappings) {
        Path folder = mappings.resolve("recipients/payment");
        schema = Xml.schema(folder.resolve("pain.002.001.03.xsd"), folder.resolve("pain.002.001.10.xsd"));
    }

    @Override
    public TransferAnswer read(String file, InputStream in) throws IOException {
        byte[] message = in.readNBytes(MOST_BYTES);
        Findings findings = new Findings();
        StatusHandler handler = new StatusHandler();
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
