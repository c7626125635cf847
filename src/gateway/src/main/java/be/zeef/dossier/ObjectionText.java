package be.zeef.dossier;

import be.zeef.objection.Objection;
import be.zeef.objection.ObjectionDesk;
import be.zeef.objection.ObjectionKind;
import be.zeef.validation.PlainText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is told to whoever enters, withdraws or looks at objections, in one language. */
public final class ObjectionText {

    private final Words words;

    /** @param locale Dutch, English or French */
    public ObjectionText(Locale locale) {
        this.words = new Words(locale);
    }

    /**
     * Writes what became of it, and what is left to people; the caller flushes.
     *
     * @param left where it was entered
     */
    public void print(
            ObjectionDesk.Result result, ObjectionKind kind, String scope, List<LeftToPeople> left, PrintWriter out) {
        out.println(words.of("objection.result." + result, words.of("objection.kind." + kind), scope(scope)));
        if (!left.isEmpty()) {
            out.println();
            out.println(words.of("objection.left"));
            left.forEach(each -> print(each, out));
        }
    }

    private void print(LeftToPeople left, PrintWriter out) {
        out.println(PlainText.of("- " + left.under() + ": " + words.of("objection.errand." + left.errand())));
        for (Map.Entry<Detail, String> each : left.details().entrySet()) {
            if (!each.getValue().isEmpty()) {
                out.println(PlainText.of("    " + words.of(each.getKey()) + ": " + each.getValue()));
            }
        }
    }

    /** Writes those that stand, without a number; the caller flushes. */
    public void print(List<Objection> standing, PrintWriter out) {
        if (standing.isEmpty()) {
            out.println(words.of("objection.nobody"));
        }
        for (Objection each : standing) {
            out.println(PlainText.of(words.moment(Optional.of(each.entered())) + "  "
                    + words.of("objection.kind." + each.kind()) + ", " + scope(each.scope())));
            out.println(PlainText.of("    " + words.of(Detail.WHO) + ": " + each.clerk()));
            out.println(PlainText.of("    " + words.of(Detail.REASON) + ": " + each.reason()));
            out.println("    " + words.of("objection.subject") + ": " + each.subject());
        }
    }

    private String scope(String scope) {
        return scope.equals(Objection.EVERY) ? words.of("value.SCOPE.*") : words.of("objection.under", scope);
    }
}
