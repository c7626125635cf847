package be.zeef.sync;

import be.zeef.grant.Grants;
import be.zeef.security.Sha256;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Subject;
import be.zeef.subject.Vault;
import be.zeef.validation.Findings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Those whom we granted in the period before: the current holders, as far as we made them so. They are asked about again
 * so that what they hold can be renewed.
 */
public final class HolderSubjects implements Subjects {

    private final Jdbi jdbi;
    private final int year;
    private final PeopleAtRest people;
    private List<Subject> holders = List.of();

    /** @param year of the period that is renewed into */
    public HolderSubjects(Jdbi jdbi, int year, PeopleAtRest people) {
        this.jdbi = jdbi;
        this.year = year;
        this.people = people;
    }

    @Override
    public Gathering.Read read() {
        Vault vault = people.vault();
        holders = jdbi.withHandle(handle -> Grants.holders(handle, people.benefit(), year - 1)).stream()
                .map(cell -> new Subject(vault.open(cell), ""))
                .sorted(Comparator.comparing(Subject::person))
                .toList();
        return new Gathering.Read(
                fingerprint(), holders.size(), 0, new Findings().report("the holders of " + (year - 1)));
    }

    @Override
    public List<Subject> all() {
        return holders;
    }

    /** Of their pseudonyms: who holds it is not to be read from it. */
    private String fingerprint() {
        Pseudonyms pseudonyms = people.pseudonyms();
        MessageDigest digest = Sha256.digest();
        holders.stream()
                .map(Subject::person)
                .map(Insz::value)
                .map(pseudonyms::atRest)
                .forEach(digest::update);
        digest.update(people.agreement().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }
}
