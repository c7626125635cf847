package be.zeef.sync;

import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Keeps what an inscription changed. Only a success changes anything; the rest is tried again by a later run. */
final class RegisterResult {

    private RegisterResult() {}

    static void store(
            Run run, Handle handle, Inscription kind, long insz, LocalDate begin, InscriptionOutcome outcome) {
        if (!(outcome instanceof InscriptionOutcome.Done)) {
            return;
        }
        String agreement = run.plan().agreement();
        String subject = Run.hex(run.pseudonyms().atRest(insz));
        if (kind == Inscription.REGISTER) {
            Registrations.add(handle, agreement, subject, run.vault().seal(insz), begin);
        } else {
            Registrations.remove(handle, agreement, subject);
        }
    }
}
