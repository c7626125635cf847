package be.zeef.cli.text;

import be.zeef.claim.Amount;
import be.zeef.claim.ClaimAnswer;
import be.zeef.claim.ClaimBook;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Claims for a terminal, and for machines. */
public final class ClaimText {

    private static final String ROW = "%-35s %-11s %-24s %9s %9s %-13s %s%n";

    private ClaimText() {}

    public static String of(ClaimAnswer answer) {
        String what = answer.verdict() == ClaimAnswer.Verdict.YES
                ? " " + Amount.euro(answer.granted()) + " granted, " + Amount.euro(answer.left()) + " left"
                : "";
        return answer.verdict().word() + what + (answer.repeated() ? " (entered before; nothing was changed)" : "");
    }

    public static Map<String, Object> json(ClaimAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("answer", answer.verdict().word());
        json.put("granted", Amount.euro(answer.granted()));
        json.put("left", Amount.euro(answer.left()));
        json.put("repeated", answer.repeated());
        if (answer.objected()) {
            json.put("objected", true);
        }
        return json;
    }

    public static void list(List<ClaimBook.Shown> claims, PrintWriter out) {
        out.printf(Locale.ROOT, ROW, "reference", "on", "association", "asked", "granted", "state", "payment");
        for (ClaimBook.Shown claim : claims) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    claim.reference(),
                    claim.on(),
                    claim.association(),
                    Amount.euro(claim.asked()),
                    Amount.euro(claim.granted()),
                    claim.state(),
                    claim.paid());
        }
    }

    public static Map<String, Object> json(ClaimBook.Shown claim) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reference", claim.reference());
        json.put("on", claim.on().toString());
        json.put("year", claim.year());
        json.put("association", claim.association());
        json.put("asked", Amount.euro(claim.asked()));
        json.put("granted", Amount.euro(claim.granted()));
        json.put("state", claim.state());
        json.put("payment", claim.paid());
        return json;
    }
}
