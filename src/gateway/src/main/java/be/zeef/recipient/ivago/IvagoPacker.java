package be.zeef.recipient.ivago;

import be.zeef.delivery.DeliveryChecks;
import be.zeef.delivery.DeliveryForms;
import be.zeef.delivery.DeliveryHead;
import be.zeef.delivery.FileSink;
import be.zeef.delivery.LineSource;
import be.zeef.delivery.Packer;
import be.zeef.delivery.SealedPacker;
import be.zeef.security.Keys;
import be.zeef.security.reading.Xml;
import be.zeef.validation.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.validation.Schema;

/** Packs grants for IVAGO ({@link SealedPacker}). Memory does not grow with the lines. */
public final class IvagoPacker implements Packer {

    private final Packer packer;

    public IvagoPacker(Path mappings, Keys keys) {
        Schema schema = Xml.schema(mappings.resolve("recipients/ivago/grants.xsd"));
        packer = new SealedPacker(keys, IvagoRecipient.SYSTEM, new Forms(schema));
    }

    @Override
    public String series() {
        return packer.series();
    }

    @Override
    public Packed pack(DeliveryHead head, LineSource lines, FileSink sink) throws IOException {
        return packer.pack(head, lines, sink);
    }

    private record Forms(Schema schema) implements DeliveryForms {

        @Override
        public String series() {
            return "IVAGO.SOCTEG";
        }

        @Override
        public DeliveryChecks checks(DeliveryHead head, Findings findings) {
            return new LineChecks(head.year(), findings, 0);
        }

        @Override
        public Optional<Form> form(DeliveryHead.Format format) {
            return Optional.of(
                    format == DeliveryHead.Format.CSV
                            ? new Form(CsvGrantWriter::new, Optional.empty(), false)
                            : new Form(XmlGrantWriter::new, Optional.of(schema), false));
        }
    }
}
