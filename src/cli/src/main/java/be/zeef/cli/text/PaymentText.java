package be.zeef.cli.text;

import be.zeef.payment.release.NamesDesk;
import be.zeef.payment.release.ShownRelease;
import be.zeef.payment.run.PaymentDesk;
import be.zeef.payment.run.PaymentReport;
import be.zeef.validation.PlainText;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Payment files for a terminal, and for machines. */
public final class PaymentText {

    private PaymentText() {}

    public static void summary(PaymentReport report, PrintWriter out) {
        if (!report.file().isEmpty()) {
            out.println(report.file() + ": " + Count.of(report.payments(), "payment", "payments") + ", "
                    + euro(report.cents()) + " euro, " + report.receipt() + ".");
        }
        if (report.otherMeans() > 0) {
            out.println(report.otherMeans() + " to be paid by other means: zeef payment show other-means");
        }
    }

    public static void list(List<PaymentDesk.File> files, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-24s %-14s %8s %12s %-11s %8s %8s %6s%n",
                "file",
                "state",
                "payments",
                "euro",
                "execution",
                "accepted",
                "refused",
                "open");
        for (PaymentDesk.File file : files) {
            out.printf(
                    Locale.ROOT,
                    "%-24s %-14s %8d %12s %-11s %8d %8d %6d%n",
                    file.name(),
                    file.state(),
                    file.payments(),
                    euro(file.cents()),
                    file.execution(),
                    file.counts().accepted(),
                    file.counts().rejected(),
                    file.counts().open());
        }
    }

    public static void show(PaymentDesk.File file, PaymentDesk.Signed signed, PrintWriter out) {
        out.println("file        " + file.name() + " (" + file.format() + "), " + file.state());
        out.println("payments    " + file.payments() + ", together " + euro(file.cents()) + " euro");
        out.println("execution   " + file.execution());
        out.println("digest      " + file.digest());
        out.println("composed    by " + (signed.composer().isEmpty() ? "nobody" : signed.composer()));
        if (signed.releases().isEmpty()) {
            out.println("released    by nobody");
        }
        signed.releases().forEach(each -> released(each, out));
        out.println("bank        " + file.counts().accepted() + " accepted, "
                + file.counts().rejected() + " refused, " + file.counts().open() + " open");
    }

    private static void released(ShownRelease release, PrintWriter out) {
        out.println("released    by " + release.person() + ", certificate "
                + release.certificate().substring(0, 16) + "..., " + release.at());
        if (!release.holds()) {
            out.println("            counts for nothing: " + release.fault());
        }
    }

    public static void names(List<NamesDesk.Named> names, PrintWriter out) {
        names.forEach(each -> out.printf(
                Locale.ROOT,
                "%-35s %10s  %-34s %s%n",
                each.id(),
                euro(each.cents()),
                each.iban().isEmpty() ? "(no account)" : each.iban(),
                PlainText.of(each.name())));
    }

    public static Map<String, Object> json(PaymentDesk.File file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file.name());
        json.put("state", file.state());
        json.put("format", file.format());
        json.put("payments", file.payments());
        json.put("cents", file.cents());
        json.put("execution", file.execution().toString());
        json.put("digest", file.digest());
        json.put("accepted", file.counts().accepted());
        json.put("refused", file.counts().rejected());
        json.put("open", file.counts().open());
        return json;
    }

    public static Map<String, Object> json(PaymentDesk.File file, PaymentDesk.Signed signed) {
        Map<String, Object> json = json(file);
        json.put("composer", signed.composer());
        json.put(
                "releases",
                signed.releases().stream()
                        .map(each -> Map.of(
                                "person", each.person(),
                                "certificate", each.certificate(),
                                "at", each.at(),
                                "holds", each.holds(),
                                "fault", each.fault()))
                        .toList());
        return json;
    }

    public static Map<String, Object> json(NamesDesk.Named named) {
        return Map.of("payment", named.id(), "cents", named.cents(), "iban", named.iban(), "name", named.name());
    }

    public static String euro(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
