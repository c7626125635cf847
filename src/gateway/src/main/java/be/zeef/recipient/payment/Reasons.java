package be.zeef.recipient.payment;

import be.zeef.security.reading.Yaml;
import be.zeef.transfer.TransferRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each reason for a refusal means, as {@code mappings/recipients/payment/reasons.yaml} says. Immutable. */
public final class Reasons {

    /** Where the table lies below the mappings. */
    public static final String FILE = "recipients/payment/reasons.yaml";

    private final Map<String, TransferRefusal> byCode;

    private Reasons(Map<String, TransferRefusal> byCode) {
        this.byCode = Map.copyOf(byCode);
    }

    private record Table(Map<String, String> sources, List<Row> reasons) {}

    private record Row(String code, String means, String source, String why) {}

    /** A row or a source cannot be used; the message names it, and nothing is read then. */
    public static final class BrokenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenException(String what) {
            super(what);
        }
    }

    /**
     * The table below this folder.
     *
     * @throws BrokenException when a code stands twice, its meaning is none of {@link TransferRefusal}, or its source is not named
     */
    public static Reasons in(Path mappings) {
        try {
            Table table = Yaml.value(mappings.resolve(FILE), Table.class);
            if (table == null || table.sources == null || table.reasons == null) {
                throw new BrokenException("it has no sources or no reasons");
            }
            Map<String, TransferRefusal> byCode = new HashMap<>();
            for (Row row : table.reasons) {
                if (byCode.put(code(row), meaning(row)) != null) {
                    throw new BrokenException(row.code + " stands twice");
                }
                if (isBlank(row.source) || isBlank(table.sources.get(row.source))) {
                    throw new BrokenException(row.code + " names no source that stands under 'sources'");
                }
                if (isBlank(row.why)) {
                    throw new BrokenException(row.code + " does not say why");
                }
            }
            return new Reasons(byCode);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String code(Row row) {
        if (row == null || row.code == null || !row.code.matches("[A-Z0-9]{1,4}")) {
            throw new BrokenException("a row has no code of one to four capitals and digits");
        }
        return row.code;
    }

    private static TransferRefusal meaning(Row row) {
        for (TransferRefusal each : TransferRefusal.values()) {
            if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(row.means)) {
                return each;
            }
        }
        throw new BrokenException(row.code + " means nothing that the head of the file lists");
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** What this code means; one that stands nowhere is for a person. */
    TransferRefusal of(String code) {
        return byCode.getOrDefault(code, TransferRefusal.PERSON);
    }
}
