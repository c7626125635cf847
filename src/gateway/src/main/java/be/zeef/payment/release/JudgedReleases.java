package be.zeef.payment.release;

import be.zeef.payment.PaymentRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The releases of a file as they hold now. Each signature that is written down is looked at anew, so that who can write into the database
 * can release nothing; two count only when two people made them, with two keys.
 */
public final class JudgedReleases {

    private static final int EYES = 2;

    private final ReleaseTerms terms;
    private final GenuineFile file;
    private final List<Judged> judged = new ArrayList<>();

    private JudgedReleases(ReleaseTerms terms, GenuineFile file) {
        this.terms = terms;
        this.file = file;
    }

    public static JudgedReleases of(ReleaseTerms terms, Handle handle, GenuineFile file) {
        JudgedReleases releases = new JudgedReleases(terms, file);
        PaymentSignatures.of(handle, file.file().name(), PaymentSignatures.Act.RELEASED)
                .forEach(row -> releases.judged.add(releases.judge(row)));
        return releases;
    }

    /**
     * One of them.
     *
     * @param by who released it, when it counts
     * @param fault why it does not; empty when it does
     */
    record Judged(PaymentSignatures.Row row, Optional<Releaser> by, String fault) {}

    List<Judged> all() {
        return List.copyOf(judged);
    }

    /** The people whose releases count. */
    public List<Releaser> people() {
        return judged.stream().flatMap(each -> each.by().stream()).toList();
    }

    List<Judged> rejected() {
        return judged.stream().filter(each -> each.by().isEmpty()).toList();
    }

    /** Whether two people released it. */
    public boolean suffice() {
        return people().size() >= EYES;
    }

    private Judged judge(PaymentSignatures.Row row) {
        try {
            Releaser by = terms.signer(file, row.signature());
            if (!by.person().equals(row.person()) || !by.fingerprint().equals(row.certificate())) {
                return new Judged(row, Optional.empty(), "It is written down under another name than signed it.");
            }
            requireAnother(by);
            return new Judged(row, Optional.of(by), "");
        } catch (PaymentRefusedException e) {
            return new Judged(row, Optional.empty(), e.getMessage());
        }
    }

    /** @throws PaymentRefusedException when this person, or this key, released it already */
    void requireAnother(Releaser by) {
        for (Releaser other : people()) {
            if (other.person().equals(by.person())) {
                throw new PaymentRefusedException(
                        by + " released " + file + " already. Another person must release it too.");
            }
            if (other.hasTheKeyOf(by.certificate())) {
                throw new PaymentRefusedException(file + " was released with this key already, by " + other
                        + ". Another person must release it too, with a key of their own.");
            }
        }
    }
}
