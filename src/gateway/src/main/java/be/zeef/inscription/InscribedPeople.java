package be.zeef.inscription;

import be.zeef.run.PersonNumbers;
import be.zeef.source.KnownInscriptions;
import be.zeef.storage.Duplicates;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Today;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The inscriptions as questions about one person see it. */
public record InscribedPeople(Jdbi jdbi, Clock clock, PeopleAtRest people) implements KnownInscriptions {

    @Override
    public boolean stands(Insz person) {
        return jdbi.withHandle(handle -> Inscriptions.stands(handle, people.agreement(), people.pseudonym(person)));
    }

    @Override
    public void needed(Insz person, LocalDate since) {
        String subject = people.pseudonym(person);
        LocalDate today = Today.by(clock);
        // two services are asked about a person side by side
        Duplicates.inTransaction(jdbi, handle -> {
            boolean stands = Inscriptions.needed(handle, people.agreement(), subject, today);
            if (!stands) {
                Inscriptions.addNeeded(
                        handle, people.agreement(), subject, people.vault().seal(person.value()), since, today);
            }
            return stands;
        });
    }

    @Override
    public void replaced(Insz former, Insz fresh) {
        PersonNumbers.learn(jdbi, people, Map.of(fresh.value(), List.of(former.value())));
    }
}
