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
import org.jdbi.v3.core.JdbiException;

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
        try {
            store(person, since, subject, today);
        } catch (JdbiException e) {
            // two services are asked about a person side by side: the other one has stored it
            if (!Duplicates.caused(e)) {
                throw e;
            }
        }
    }

    /** Two who learn it at once write the same. */
    @Override
    public void replaced(Insz former, Insz fresh) {
        Map<Long, List<Long>> numbers = Map.of(fresh.value(), List.of(former.value()));
        try {
            jdbi.useTransaction(handle -> PersonNumbers.learn(handle, people, numbers));
        } catch (JdbiException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
        }
    }

    private void store(Insz person, LocalDate since, String subject, LocalDate today) {
        jdbi.useTransaction(handle -> {
            if (!Inscriptions.needed(handle, people.agreement(), subject, today)) {
                Inscriptions.addNeeded(
                        handle, people.agreement(), subject, people.vault().seal(person.value()), since, today);
            }
        });
    }
}
