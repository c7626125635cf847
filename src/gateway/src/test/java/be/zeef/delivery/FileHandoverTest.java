package be.zeef.delivery;

import be.zeef.packing.DeliveryHead;
import be.zeef.packing.FileSink;
import be.zeef.packing.LineSource;
import be.zeef.packing.Packer;
import be.zeef.recipient.ReceiptReader;
import be.zeef.recipient.Recipient;
import be.zeef.route.Mailbox;
import be.zeef.route.MailboxException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** In files: one with a number on each line, and an empty one at the end, which is put there again where no receipt comes. */
class FileHandoverTest extends HandoverContract {

    private static final String SERIES = "TEST";

    private final List<String> told = new ArrayList<>();
    private boolean away;

    FileHandoverTest(Jdbi jdbi) {
        super(jdbi);
    }

    private static final class Numbers implements Packer {
        @Override
        public String series() {
            return SERIES;
        }

        @Override
        public Packed pack(DeliveryHead head, LineSource lines, FileSink sink) throws IOException {
            List<String> numbers = new ArrayList<>();
            lines.each(line -> numbers.add(line.key()));
            try (OutputStream out = sink.create(head.name())) {
                out.write(String.join("\n", numbers).getBytes(StandardCharsets.UTF_8));
            }
            String end = head.name() + ".end";
            sink.create(end).close();
            return new Packed(head.name(), List.of(head.name(), end), numbers.size(), Map.of());
        }
    }

    /** A folder that the recipient reads at once, and answers nothing to. */
    private final class Folder implements Mailbox {
        @Override
        public void put(String name, Content content) {
            if (away) {
                throw new MailboxException("cannot be reached", "ConnectException", null);
            }
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                content.writeTo(bytes);
                told.addAll(bytes.toString(StandardCharsets.UTF_8).lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void watch(Incoming handler) {}

        @Override
        public Unread unwatch() {
            return new Unread("folder", 0, "");
        }

        @Override
        public void acknowledge(Offered file) {}
    }

    @Override
    Handover handover() {
        Folder folder = new Folder();
        Send send = new Send(folder, CLOCK);
        Packer packer = new Numbers();
        ReceiptReader none = (file, in, lines) -> {
            throw new AssertionError("there is none");
        };
        Receipts receipts = new Receipts(new Recipient("numbers", packer, none, Duration.ZERO), folder, send);
        return new FileHandover(new Pack(packer), send, receipts);
    }

    @Override
    List<String> told() {
        return told;
    }

    @Override
    void recipient(boolean isAway) {
        away = isAway;
    }
}
