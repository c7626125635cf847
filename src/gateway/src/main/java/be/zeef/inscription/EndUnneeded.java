package be.zeef.inscription;

import be.zeef.run.Run;
import be.zeef.run.Syncs;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.PersonList;
import be.zeef.subject.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ends the inscriptions that this run did not need: their purpose has ended (an inscription also subscribes us to a
 * person's mutations). Each is ended by itself over SOAP; one that cannot be is tried again by the next run.
 */
public final class EndUnneeded {

    private final Run run;

    public EndUnneeded(Run run) {
        this.run = run;
    }

    public void end() {
        long[] unused = unused();
        if (unused.length == 0) {
            return;
        }
        run.progress().step("ending inscriptions", unused.length);
        Map<String, Long> failures = new TreeMap<>();
        new InscribeBySoap(run, run.row().on()).run(Inscription.DEREGISTER, new People(unused), (outcome, place) -> {
            if (!(outcome instanceof InscriptionOutcome.Done)) {
                failures.merge(InscribeBySoap.code(outcome), 1L, Long::sum);
            }
        });
        failures.forEach(
                (code, count) -> run.tally().tell(InscribeBySoap.failure(Inscription.DEREGISTER, code, count)));
    }

    private long[] unused() {
        return run.tools().jdbi().withHandle(handle -> {
            LocalDate began = Today.at(Instant.parse(Syncs.started(handle, run.row())));
            return handle
                    .createQuery("select vault from registration where agreement = :agreement and needed < :began")
                    .bind("agreement", run.plan().agreement())
                    .bind("began", began)
                    .map((row, context) -> row.getBytes(1))
                    .list()
                    .stream()
                    .mapToLong(cell -> run.vault().open(cell).value())
                    .sorted()
                    .toArray();
        });
    }

    private record People(long[] insz) implements PersonList {
        @Override
        public int size() {
            return insz.length;
        }

        @Override
        public long at(int place) {
            return insz[place];
        }
    }
}
