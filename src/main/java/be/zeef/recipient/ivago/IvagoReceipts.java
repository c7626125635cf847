package be.zeef.recipient.ivago;

import be.zeef.recipient.Receipt;
import be.zeef.recipient.ReceiptReader;
import be.zeef.security.Cms;
import be.zeef.security.Keys;
import be.zeef.security.SignatureRefusedException;
import be.zeef.security.Xml;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.XmlCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.validation.Schema;

/** Reads IVAGO's receipts: signed by exactly IVAGO's certificate, and valid against {@code receipt.xsd}. */
public final class IvagoReceipts implements ReceiptReader {

    /** 64 MiB: some four hundred thousand lines; a receipt beyond that is no receipt of ours. */
    private static final int MOST_BYTES = 64 << 20;

    private final Keys keys;
    private final Schema schema;

    public IvagoReceipts(Path mappings, Keys keys) {
        this.keys = keys;
        this.schema = Xml.schema(mappings.resolve("recipients/ivago/receipt.xsd"));
    }

    @Override
    public Receipt read(String file, InputStream in, Receipt.LineResults lines) throws IOException {
        Findings findings = new Findings();
        byte[] message = in.readNBytes(MOST_BYTES);
        ReceiptHandler handler = new ReceiptHandler(lines);
        try {
            if (message.length == MOST_BYTES) {
                findings.add(Finding.fatal("xml.too-large", Location.WHOLE, Integer.toString(MOST_BYTES)));
            } else {
                Cms.verified(
                        message, keys.partner("ivago"), content -> XmlCheck.read(schema, findings, content, handler));
            }
        } catch (SignatureRefusedException e) {
            findings.add(Finding.fatal("ivago.signature", Location.WHOLE));
        }
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(file));
        }
        return handler.receipt();
    }
}
