package be.zeef.sandbox.delivery;

import java.util.List;

/** A delivery as read, or why it could not be: MANIFEST, SIGNATURE, DECRYPTION, FORMAT or TOTALS. */
public record Opened(String code, List<Line> lines) {

    public Opened {
        lines = List.copyOf(lines);
    }

    public static Opened of(List<Line> lines) {
        return new Opened("OK", lines);
    }

    public static Opened refused(String code) {
        return new Opened(code, List.of());
    }

    public boolean accepted() {
        return "OK".equals(code);
    }
}
