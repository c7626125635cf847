package be.zeef.recipient.education;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryHead.Format;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.Packer.Packed;
import be.zeef.recipient.Openssl;
import be.zeef.validation.XmlContract;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a padded delivery of tariffs tells by its size. */
class PaddedTariffsTest extends PackedTariffs {

    /** Files padded to a power of two tell no more of three pupils than of one, nor of none; and are still what the schema says. */
    @Test
    void tellsNothingByTheSizeOfAPaddedFile() throws Exception {
        assumeTrue(Openssl.installed(), "skipped: openssl is not on this machine");
        Set<Long> padded = new TreeSet<>();
        Set<Long> bare = new TreeSet<>();
        for (int lines : List.of(0, 1, LINES.size())) {
            DeliveryHead head = new DeliveryHead(
                    packer.series(),
                    "gent-onderwijs",
                    2025,
                    lines + 1,
                    LocalDate.of(2026, 1, 15),
                    "gent.be",
                    Format.XML);
            List<DeliveryLine> some = LINES.subList(0, lines);
            bare.add(size(packer.pack(head, some::forEach, this::file)));
            Packed packed = packer.pack(head.inPaddedFiles(), some::forEach, this::file);
            padded.add(size(packed));
            Path plain = openssl.open(packed.files().get(0), packed.files().get(1));
            assertThat(Files.size(plain)).isEqualTo(4096);
            assertThat(XmlContract.of(List.of(MAPPINGS.resolve("recipients/education/tariffs.xsd")))
                            .check(plain)
                            .acceptable())
                    .isTrue();
        }
        assertThat(padded).hasSize(1);
        assertThat(bare).hasSize(3);
    }

    private OutputStream file(String name) throws IOException {
        return Files.newOutputStream(folder.resolve(name));
    }

    private long size(Packed packed) throws IOException {
        return Files.size(folder.resolve(packed.files().get(0)));
    }
}
