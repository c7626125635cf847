package be.zeef.inscription;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What stands of one person in the table {@code inscription}, for that person to know. */
public final class InscriptionsOfPerson {

    private InscriptionsOfPerson() {}

    /**
     * That a person is inscribed.
     *
     * @param needed the last day that a run or a question needed it
     */
    public record Inscribed(String agreement, String subject, LocalDate since, LocalDate needed) {

        @Override
        public String toString() {
            return "Inscribed";
        }
    }

    /** @param numbers pseudonyms of all of the person's numbers */
    public static List<Inscribed> of(Handle handle, Collection<String> numbers) {
        return handle.createQuery(
                        "select agreement, subject, since, needed from inscription where subject in (<numbers>)")
                .bindList("numbers", numbers)
                .map(ConstructorMapper.of(Inscribed.class))
                .list();
    }
}
