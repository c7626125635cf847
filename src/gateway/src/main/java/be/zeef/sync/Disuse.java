package be.zeef.sync;

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
final class Disuse {

    private final Run run;

    Disuse(Run run) {
        this.run = run;
    }

    void end() {
        long[] unused = unused();
        if (unused.length == 0) {
            return;
        }
        run.progress().step("ending inscriptions", unused.length);
        Map<String, Long> failures = new TreeMap<>();
        new RegisterBySoap(run, run.row().on()).run(Inscription.DEREGISTER, new People(unused), (outcome, place) -> {
            if (!(outcome instanceof InscriptionOutcome.Done)) {
                failures.merge(RegisterBySoap.code(outcome), 1L, Long::sum);
            }
        });
        failures.forEach(
                (code, count) -> run.tally().tell(RegisterBySoap.failure(Inscription.DEREGISTER, code, count)));
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
