package be.zeef.inscription;

import be.zeef.run.Run;
import be.zeef.run.Syncs;
import be.zeef.source.Inscription;
import be.zeef.subject.Today;
import be.zeef.subject.Vault;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Ends the inscriptions that a run did not need: their purpose has ended (an inscription also subscribes us to a person's
 * mutations). Each is ended by itself over SOAP; one that cannot be is tried again by the next run.
 */
public final class EndUnneeded {

    private final InscribeBySoap soap;

    public EndUnneeded(InscribeBySoap soap) {
        this.soap = soap;
    }

    public void end(Run run) {
        long[] unneeded = unneeded(run);
        if (unneeded.length == 0) {
            return;
        }
        run.progress().step("ending inscriptions", unneeded.length);
        InscriptionFailures failures = new InscriptionFailures(Inscription.DEREGISTER);
        soap.take(
                run,
                new InscriptionRoad.Work(Inscription.DEREGISTER, run.row().on(), new PeopleByNumber(unneeded)),
                (outcome, place) -> failures.count(outcome));
        failures.tell(run.findings());
    }

    private static long[] unneeded(Run run) {
        Vault vault = run.people().vault();
        return run.jdbi().withHandle(handle -> {
            LocalDate began = Today.at(Instant.parse(Syncs.started(handle, run.row())));
            return Inscriptions.notNeededSince(handle, run.plan().agreement(), began).stream()
                    .mapToLong(cell -> vault.open(cell).value())
                    .sorted()
                    .toArray();
        });
    }
}
