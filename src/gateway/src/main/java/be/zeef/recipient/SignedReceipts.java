package be.zeef.recipient;

import be.zeef.security.Cms;
import be.zeef.security.Keys;
import be.zeef.security.SignatureRefusedException;
import be.zeef.security.reading.Xml;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.XmlCheck;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import javax.xml.validation.Schema;

/**
 * Reads the receipts of a recipient whose receipt format is ours: signed by exactly that recipient's certificate, and
 * valid against its {@code receipt.xsd}.
 */
public final class SignedReceipts implements ReceiptReader {

    /** 64 MiB: some four hundred thousand lines; a receipt beyond that is no receipt of ours. */
    private static final int MOST_BYTES = 64 << 20;

    private final Keys keys;
    private final String partner;
    private final Clock clock;
    private final Schema schema;

    /**
     * @param partner alias of the recipient's certificate, and its folder in {@code mappings/recipients}
     * @param clock by which that certificate must hold
     */
    public SignedReceipts(Path mappings, Keys keys, String partner, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.partner = partner;
        this.schema = Xml.schema(mappings.resolve("recipients").resolve(partner).resolve("receipt.xsd"));
    }

    @Override
    public DeliveryReceipt read(String file, InputStream in, DeliveryReceipt.LineResults lines) throws IOException {
        Findings findings = new Findings();
        byte[] message = in.readNBytes(MOST_BYTES);
        ReceiptHandler handler = new ReceiptHandler(lines);
        try {
            if (message.length == MOST_BYTES) {
                findings.add(Finding.fatal("xml.too-large", Location.WHOLE, Integer.toString(MOST_BYTES)));
            } else {
                Cms.verified(message, keys.partner(partner), clock, content -> {
                    WireTap.last().ifPresent(receipt -> receipt.signedBy(keys.partner(partner)));
                    XmlCheck.read(schema, findings, content, handler);
                });
            }
        } catch (SignatureRefusedException e) {
            findings.add(Finding.fatal(e.fault().code().orElse("delivery.receipt-signature"), Location.WHOLE, partner));
        }
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(file));
        }
        return handler.receipt();
    }
}
