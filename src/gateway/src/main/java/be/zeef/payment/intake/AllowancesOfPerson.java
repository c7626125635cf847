package be.zeef.payment.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What a source said last of one child's allowances, for that person to know: the table {@code allowance}. */
public final class AllowancesOfPerson {

    private AllowancesOfPerson() {}

    /**
     * What was said and what that means.
     *
     * @param created when the source made the file that says it
     * @param outcome what follows for a premium
     * @param code why; empty where nothing is to be said
     */
    public record Said(String agreement, Instant created, String outcome, String code) {

        @Override
        public String toString() {
            return "Said";
        }
    }

    /** @param numbers pseudonyms of all of the person's numbers */
    public static List<Said> of(Handle handle, Collection<String> numbers) {
        return handle.createQuery("select agreement, created, outcome, code from allowance where child in (<numbers>)")
                .bindList("numbers", numbers)
                .map(ConstructorMapper.of(Said.class))
                .list();
    }
}
