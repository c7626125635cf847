package be.zeef.standing;

import be.zeef.ledger.Recorded;
import be.zeef.security.Fingerprint;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What officers did to versions of agreements, as the ledger has it in order. It errs on the side of a halt:
 * <ul>
 *   <li>An entry that suspends or revokes counts as it stands, whatever became of its signature.
 *   <li>One that resumes counts only with its signature, over this very act, by an officer whose signature counts today.
 *   <li>Where more was signed than the ledger has entries of, the ledger was cut, and nothing goes on.
 * </ul>
 */
public final class Standings {

    private final Officers officers;

    public Standings(Officers officers) {
        this.officers = officers;
    }

    /** What stops this version; empty when nothing does. */
    public Optional<Halt> halt(Jdbi jdbi, String agreement, String version) {
        return jdbi.withHandle(handle -> halt(handle, agreement, version));
    }

    /** The same within this transaction. */
    public Optional<Halt> halt(Handle handle, String agreement, String version) {
        List<Recorded> entries = Recorded.acts(handle, agreement);
        List<Acts.Row> rows = Acts.of(handle, agreement);
        if (rows.stream().anyMatch(row -> row.before() >= entries.size())) {
            return Optional.of(new Halt(agreement, Halt.Why.LEDGER_SHORT, "", ""));
        }
        Optional<Halt> halt = Optional.empty();
        for (int i = 0; i < entries.size(); i++) {
            if (SignedAct.of(entries.get(i)).version().equals(version)) {
                halt = after(halt, entries.get(i), row(rows, i));
            }
        }
        return halt;
    }

    private static Optional<Acts.Row> row(List<Acts.Row> rows, int before) {
        return rows.stream().filter(row -> row.before() == before).findFirst();
    }

    private Optional<Halt> after(Optional<Halt> halt, Recorded entry, Optional<Acts.Row> row) {
        if (halt.filter(Halt::isForGood).isPresent()) {
            return halt;
        }
        SignedAct act = SignedAct.of(entry);
        if (act.is(Act.RESUME)) {
            return row.filter(each -> SignedAct.isProof(each, entry) && isOfficers(act.agreement(), each))
                            .isPresent()
                    ? Optional.empty()
                    : halt.map(before -> halted(entry, Halt.Why.RESUME_UNPROVEN));
        }
        return Optional.of(halted(entry, act.is(Act.REVOKE) ? Halt.Why.REVOKED : Halt.Why.SUSPENDED));
    }

    private boolean isOfficers(String agreement, Acts.Row row) {
        return officers.of(agreement).values().stream()
                .anyMatch(each -> Fingerprint.of(each).hex().equals(row.certificate()));
    }

    private static Halt halted(Recorded entry, Halt.Why why) {
        return new Halt(
                entry.agreement(),
                why,
                entry.body().path("by").asText(),
                entry.body().path("reason").asText());
    }
}
