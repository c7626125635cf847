package be.zeef.run.file;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Names and references of question files; neither says anything about people. */
public final class QuestionFileNames {

    private QuestionFileNames() {}

    /** A fresh Referte: 36 characters. */
    public static String referte() {
        return UUID.randomUUID().toString();
    }

    /** A fresh Referte of a batch: 20 characters, so that a person's place still fits behind it in 36. */
    public static String batchReferte() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    /**
     * {@code gssvl} is MAGDA's prefix; {@code regin} and {@code reguit} are assumed.
     *
     * @param on the day the run is of, whatever day it is gone on with
     */
    static String file(QuestionFile.Kind kind, String referte, LocalDate on) {
        String prefix =
                switch (kind) {
                    case LIST -> "gssvl";
                    case REGISTER -> "regin";
                    case DEREGISTER -> "reguit";
                };
        return prefix + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(on) + "_" + referte.substring(0, 8) + ".xml";
    }
}
