package be.zeef.security.reading;

import java.io.IOException;
import java.util.Locale;

/** A YAML file of ours is not read, because it is broken or says something other than it seems to. */
public final class YamlException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final int line;
    private final int column;
    private final String key;

    /** What is wrong; {@link #code} names it in findings. */
    public enum Fault {
        SYNTAX("it is not YAML from here on; check the indentation and the quotes"),
        DUPLICATE("this key stands twice; remove one of the two"),
        DOCUMENT("a second document begins here, which nobody reads; remove it"),
        ALIAS("an anchor, alias or merge stands here; write out what it stands for"),
        KEY("a key is a plain text; write it as one"),
        TAG("a tag stands here; remove it"),
        ENCODING("it is not UTF-8; save it as UTF-8");

        private final String text;

        Fault(String text) {
            this.text = text;
        }

        /** The name of a finding of the family {@code yaml}. */
        public String code() {
            return "yaml." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param line 1-based, 0 when unknown
     * @param column 1-based, 0 when unknown
     * @param key the key it is about; empty where it is about none
     */
    YamlException(Fault fault, int line, int column, String key) {
        super((line == 0 ? "" : "line " + line + ", column " + column + ": ")
                + (key.isEmpty() ? "" : "'" + key + "': ")
                + fault.text);
        this.fault = fault;
        this.line = line;
        this.column = column;
        this.key = key;
    }

    public Fault fault() {
        return fault;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String key() {
        return key;
    }
}
