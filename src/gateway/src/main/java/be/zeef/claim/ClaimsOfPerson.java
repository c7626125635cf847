package be.zeef.claim;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What stands of one person in the table {@code claim}, for that person to know; how it was asked and answered is in the ledger. */
public final class ClaimsOfPerson {

    private ClaimsOfPerson() {}

    /**
     * How a claim stands.
     *
     * @param id what it is called among payments
     * @param granted in eurocents
     */
    public record Standing(String agreement, String reference, String id, long granted, String state) {

        @Override
        public String toString() {
            return "Claim";
        }
    }

    /** @param numbers pseudonyms of all of the person's numbers */
    public static List<Standing> of(Handle handle, Collection<String> numbers) {
        return handle.createQuery(
                        "select agreement, reference, id, granted, state from claim where subject in (<numbers>)")
                .bindList("numbers", numbers)
                .map(ConstructorMapper.of(Standing.class))
                .list();
    }
}
