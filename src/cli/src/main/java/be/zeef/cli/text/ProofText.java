package be.zeef.cli.text;

import be.zeef.proof.Proof;
import be.zeef.proof.Result;
import be.zeef.proof.SignedProofs;
import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A proof for a terminal: one paragraph a property, and behind it what fails; or, for a program, a list of them. */
public final class ProofText {

    private final PrintWriter out;
    private final Locale locale;
    private final boolean json;
    private final List<Map<String, Object>> proofs = new ArrayList<>();

    public ProofText(PrintWriter out, Locale locale, boolean json) {
        this.out = out;
        this.locale = locale;
        this.json = json;
    }

    /** @param kept where its certificate lies */
    public void print(Proof proof, SignedProofs kept) {
        String id = proof.agreement().id();
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("agreement", id);
            line.put("version", proof.agreement().version());
            line.put("holds", proof.holds());
            line.put("results", proof.results().stream().map(this::result).toList());
            line.put("certificate", kept.file(id).toString());
            line.put("signature", kept.signature(id).toString());
            proofs.add(line);
        } else {
            out.println((proof.holds() ? "proved   " : "refuted  ") + id);
            proof.results().forEach(result -> result.findings().forEach(finding -> print(result, finding)));
            out.println("  certificate: " + kept.file(id) + ", signed in "
                    + kept.signature(id).getFileName());
        }
        out.flush();
    }

    /** When all are printed. */
    public void end() {
        if (json) {
            out.println(Json.of(Map.of("proofs", proofs)));
            out.flush();
        }
    }

    private Map<String, Object> result(Result result) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("property", result.property().word());
        line.put("of", result.subject());
        line.put("holds", result.holds());
        line.put("counted", result.counted());
        List<Map<String, Object>> findings =
                result.findings().stream().map(this::finding).toList();
        line.put("findings", findings);
        return line;
    }

    private Map<String, Object> finding(Finding finding) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        line.put("code", finding.code());
        line.put("text", finding.text(locale));
        return line;
    }

    private void print(Result result, Finding finding) {
        String mark = finding.severity().refuses() ? "  !  " : "     ";
        out.println(mark + result.property().word() + "  " + finding.text(locale));
    }

    /** What kept an agreement from being looked at. */
    public void print(Report report) {
        if (json) {
            proofs.add(Json.of(report));
        } else {
            out.println("refused  " + report.subject());
            ReportText.print(report, out);
        }
        out.flush();
    }
}
