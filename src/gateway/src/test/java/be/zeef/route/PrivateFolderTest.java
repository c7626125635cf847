package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.security.PrivateFiles;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A payment file in a folder of this machine, while it is being written. */
class PrivateFolderTest {

    @TempDir
    Path folder;

    @Test
    void shouldBeTheOwnersAlone_andHaveItsNameOnlyWhenItIsWhole() throws Exception {
        Path in = folder.resolve("payments/in");
        new PrivateFolder(in).write(exchange(new Looking(in)));

        assertThat(in.resolve("PAY-1.xml")).hasContent("<Document/>");
        assertThat(entries(in)).hasSize(1);
        assertThat(PrivateFiles.isWide(in.resolve("PAY-1.xml"))).isFalse();
        assertThat(PrivateFiles.isWide(in.getParent())).isFalse();
    }

    @Test
    void shouldLeaveNothingUnderItsName_whenTheContentBreaksOff() throws Exception {
        Path in = folder.resolve("in");
        InputStream broken = new FilterInputStream(new ByteArrayInputStream("<Doc".getBytes())) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (read < 0) {
                    throw new IOException("broken off");
                }
                return read;
            }
        };
        assertThatThrownBy(() -> new PrivateFolder(in).write(exchange(broken))).hasMessageContaining("broken off");
        assertThat(in.resolve("PAY-1.xml")).doesNotExist();
    }

    private static Exchange exchange(InputStream body) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader(Exchange.FILE_NAME, "PAY-1.xml");
        return exchange;
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /** Looks at the folder at each read: what is there then is not whole. */
    private static final class Looking extends ByteArrayInputStream {

        private final Path in;

        Looking(Path in) {
            super("<Document/>".getBytes());
            this.in = in;
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            try {
                for (Path each : entries(in)) {
                    assertThat(PrivateFiles.isWide(each)).isFalse();
                    assertThat(each).hasFileName("PAY-1.xml.part");
                }
                return super.read(buffer, offset, Math.min(3, length));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public long transferTo(java.io.OutputStream out) throws IOException {
            byte[] some = new byte[3];
            long all = 0;
            for (int read = read(some, 0, 3); read >= 0; read = read(some, 0, 3)) {
                out.write(some, 0, read);
                all += read;
            }
            return all;
        }
    }
}
