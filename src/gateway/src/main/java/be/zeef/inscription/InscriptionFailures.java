package be.zeef.inscription;

import be.zeef.run.RunFindings;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.Map;
import java.util.TreeMap;

/** Counts the inscriptions, or ends of them, that were not done, by why, so that each reason is told once. */
final class InscriptionFailures {

    private final Inscription kind;
    private final Map<String, Long> codes = new TreeMap<>();

    InscriptionFailures(Inscription kind) {
        this.kind = kind;
    }

    void count(InscriptionOutcome outcome) {
        if (!(outcome instanceof InscriptionOutcome.Done)) {
            codes.merge(code(outcome), 1L, Long::sum);
        }
    }

    private static String code(InscriptionOutcome outcome) {
        if (outcome instanceof InscriptionOutcome.Refused refused) {
            return refused.code();
        }
        if (outcome instanceof InscriptionOutcome.Barred barred) {
            return barred.code();
        }
        return outcome instanceof InscriptionOutcome.Failed failed ? failed.code() : "";
    }

    void tell(RunFindings findings) {
        String name = kind == Inscription.REGISTER ? "sync.not-registered" : "sync.not-deregistered";
        codes.forEach(
                (code, persons) -> findings.tell(Finding.warning(name, Location.WHOLE, Long.toString(persons), code)));
    }
}
