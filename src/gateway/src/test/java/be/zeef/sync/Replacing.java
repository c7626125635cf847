package be.zeef.sync;

import be.zeef.inscription.InscribeBySoap;
import be.zeef.inscription.InscriptionRoad;
import be.zeef.run.Run;
import be.zeef.source.CallJournal;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionService;
import be.zeef.source.PersonList;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** A repertory that knows of everybody that the number was replaced by this one. */
record Replacing(Insz number) implements InscriptionService {

    /** Ends the inscription of one person there. */
    static void end(Run run, LocalDate on, Insz person, Insz number) {
        new InscribeBySoap(new Replacing(number))
                .take(
                        run,
                        new InscriptionRoad.Work(Inscription.DEREGISTER, on, new One(person.value())),
                        (outcome, place) -> {});
    }

    private record One(long insz) implements PersonList {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public long at(int place) {
            return insz;
        }
    }

    @Override
    public InscriptionOutcome inscribe(Inscription kind, Insz person, LocalDate begin, CallJournal journal) {
        return new InscriptionOutcome.Refused("30004", Optional.of(number));
    }

    @Override
    public InscriptionOutcome inscribe(
            Inscription kind, Insz person, LocalDate begin, Duration within, CallJournal journal) {
        return inscribe(kind, person, begin, journal);
    }
}
