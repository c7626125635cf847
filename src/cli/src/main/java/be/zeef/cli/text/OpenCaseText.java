package be.zeef.cli.text;

import be.zeef.payment.OpenCase;
import be.zeef.payment.closing.ClosingDesk;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What is open at the bank for a terminal, and for machines. */
public final class OpenCaseText {

    private static final String ROW = "%-30s %-24s %10s %5s  %-13s %-9s %s%n";

    private OpenCaseText() {}

    public static void list(List<OpenCase> cases, Predicate<OpenCase> forAPerson, PrintWriter out) {
        out.printf(Locale.ROOT, ROW, "payment", "file", "euro", "days", "open", "waits for", "the bank said last");
        cases.forEach(each -> out.printf(
                Locale.ROOT,
                ROW,
                each.payment().id(),
                each.payment().file().orElse("-"),
                PaymentText.euro(each.payment().cents()),
                each.days(),
                kind(each),
                waitsFor(each, forAPerson.test(each)),
                each.said()));
    }

    private static String waitsFor(OpenCase open, boolean forAPerson) {
        if (forAPerson) {
            return "you";
        }
        if (open.kind().isPresent()) {
            return "account";
        }
        return open.handed() ? "bank" : "sending";
    }

    private static String kind(OpenCase open) {
        return open.kind()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .orElse(open.handed() ? "waits" : "not-sent");
    }

    public static String closed(String what, ClosingDesk.Closed closed) {
        String how = closed.wish().decision().word();
        return closed.first()
                ? "Signed once: " + what + ", " + how + ". Another person must sign the same: zeef payment close "
                        + what + " --key FILE"
                : Count.of(closed.payments(), "payment", "payments") + " of " + what + " closed as " + how + ".";
    }

    public static Map<String, Object> json(OpenCase open, boolean forAPerson) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("payment", open.payment().id());
        json.put("file", open.payment().file().orElse(null));
        json.put("cents", open.payment().cents());
        json.put("days", open.days());
        json.put("open", kind(open));
        json.put("said", open.said());
        json.put("forAPerson", forAPerson);
        return json;
    }

    public static Map<String, Object> json(String what, ClosingDesk.Closed closed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", what);
        json.put("payments", closed.payments());
        json.put("as", closed.wish().decision().word());
        json.put("reason", closed.wish().reason());
        json.put("closed", !closed.first());
        return json;
    }
}
