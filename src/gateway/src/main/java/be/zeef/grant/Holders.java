package be.zeef.grant;

import be.zeef.run.PersonNumbers;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/**
 * Under what somebody's grants stand in the table. A person whom a recipient knows by two keys of its own, such as a pupil on whom
 * two invoices go out because the child lives in two households, has a grant for each. A key is its number space and its number ({@link
 * be.zeef.subject.RecipientKey}): the same digits in two of them are two keys. The key that was granted to first keeps
 * standing under the person, in whatever order they come. Numbers that replaced one another are one person ({@link
 * PersonNumbers}), whose grant of a period stands under the number that had it first. For one thread.
 */
final class Holders {

    private final Handle handle;
    private final String agreement;
    private final String benefit;
    private final Pseudonyms pseudonyms;
    private final Vault vault;
    private final boolean anyReplaced;
    private final Map<String, String> first = new HashMap<>();
    private final Map<String, String> standing = new HashMap<>();

    Holders(Handle handle, PeopleAtRest people) {
        this.handle = handle;
        this.agreement = people.agreement();
        this.benefit = people.benefit();
        this.pseudonyms = people.pseudonyms();
        this.vault = people.vault();
        this.anyReplaced = PersonNumbers.any(handle, agreement);
    }

    /**
     * What a grant stands under.
     *
     * @param apart what tells its line from the person's other ones; empty for the first
     * @param person whose grant it is, where it is not the first
     */
    record Holder(String subject, String apart, Optional<String> person) {}

    /** @param key the recipient's own key of the person; empty where it has none */
    Holder of(Insz person, String key, int year) {
        String subject = standing(pseudonyms.hexAtRest(person.value()), year);
        if (key.isEmpty()
                || first.computeIfAbsent(subject, each -> granted(each, year).orElse(key))
                        .equals(key)) {
            return new Holder(subject, "", Optional.empty());
        }
        String apart = "\u001f" + key;
        return new Holder(pseudonyms.hexAtRest(subject, key), apart, Optional.of(subject));
    }

    /** The number of this one's person that has a grant of the period; where none has, the one that is met first. */
    private String standing(String number, int year) {
        if (!anyReplaced) {
            return number;
        }
        SortedSet<String> all = PersonNumbers.of(handle, agreement, number);
        return all.size() == 1
                ? number
                : standing.computeIfAbsent(
                        all.first(), person -> granted(all, year).orElse(number));
    }

    private Optional<String> granted(SortedSet<String> all, int year) {
        return handle.createQuery("select subject from grants where agreement = :agreement and grant_year = :year"
                        + " and subject in (<all>) order by subject")
                .bind("agreement", benefit)
                .bind("year", year)
                .bindList("all", all)
                .mapTo(String.class)
                .findFirst();
    }

    /** The key that the person's grant of this period has. */
    private Optional<String> granted(String subject, int year) {
        return handle.createQuery("select key_vault from grants where agreement = :agreement and grant_year = :year"
                        + " and subject = :subject and key_vault is not null")
                .bind("agreement", benefit)
                .bind("year", year)
                .bind("subject", subject)
                .map((row, context) -> vault.openText(row.getBytes(1)))
                .findOne();
    }
}
