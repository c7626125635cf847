package be.zeef.dossier;

import be.zeef.validation.PlainText;
import java.io.PrintWriter;
import java.util.Locale;

/** A dossier as text, for a terminal or a letter. */
public final class DossierText {

    private final Words words;

    /** @param locale Dutch, English or French */
    public DossierText(Locale locale) {
        this.words = new Words(locale);
    }

    /** Writes all of it; the caller flushes. */
    public void print(Dossier dossier, PrintWriter out) {
        out.println(words.of("title"));
        out.println();
        if (dossier.isEmpty()) {
            out.println(words.of("nothing"));
            out.println();
        }
        dossier.goneUpTo().forEach((id, day) -> out.println(PlainText.of(words.of("gone", id, day))));
        dossier.agreements().forEach((id, reason) -> print(id, reason, out));
        dossier.happenings().forEach(happening -> print(happening, out));
    }

    private void print(String id, Dossier.Reason reason, PrintWriter out) {
        out.println(PlainText.of(words.of("under", id) + (reason.title().isEmpty() ? "" : ": " + reason.title())));
        line(words.of("purpose"), reason.purpose(), out);
        line(words.of("regulation"), reason.regulation(), out);
        if (reason.numbers() > 1) {
            line(words.of("numbers"), Integer.toString(reason.numbers()), out);
        }
        out.println();
    }

    private void print(Happening happening, PrintWriter out) {
        out.println(PlainText.of(words.moment(happening.at()) + "  " + words.of(happening.kind())
                + (happening.under().isEmpty() ? "" : " (" + happening.under() + ")")));
        happening
                .details()
                .forEach((detail, text) -> line(words.of(detail), words.value(happening.kind(), detail, text), out));
    }

    private static void line(String label, String text, PrintWriter out) {
        if (!text.isEmpty()) {
            out.println(PlainText.of("    " + label + ": " + text));
        }
    }
}
