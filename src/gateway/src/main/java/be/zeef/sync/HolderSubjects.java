package be.zeef.sync;

import be.zeef.subject.Insz;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Subject;
import be.zeef.subject.Vault;
import be.zeef.validation.Findings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
    private final String agreement;
    private final int year;
    private final Vault vault;
    private final Pseudonyms pseudonyms;
    private List<Subject> holders = List.of();

    /**
     * @param year of the period that is renewed into
     * @param vault of the agreement
     * @param pseudonyms the same
     */
    public HolderSubjects(Jdbi jdbi, String agreement, int year, Vault vault, Pseudonyms pseudonyms) {
        this.jdbi = jdbi;
        this.agreement = agreement;
        this.year = year;
        this.vault = vault;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public Gathering.Read read() {
        holders = jdbi.withHandle(handle -> handle
                .createQuery("select vault from benefit where agreement = :agreement and grant_year = :year"
                        + " order by subject")
                .bind("agreement", agreement)
                .bind("year", year - 1)
                .map((row, context) -> row.getBytes(1))
                .list()
                .stream()
                .map(cell -> new Subject(vault.open(cell), ""))
                .sorted(Comparator.comparing(Subject::person))
                .toList());
        return new Gathering.Read(
                fingerprint(), holders.size(), 0, new Findings().report("the holders of " + (year - 1)));
    }

    @Override
    public List<Subject> all() {
        return holders;
    }

    /** Of their pseudonyms: who holds it is not to be read from it. */
    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            holders.stream()
                    .map(Subject::person)
                    .map(Insz::value)
                    .map(pseudonyms::atRest)
                    .forEach(digest::update);
            digest.update(agreement.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
