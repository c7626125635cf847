package be.zeef.payment;

import be.zeef.security.PersonSignature;
import be.zeef.security.SignatureRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The releases of a file as they hold now. Each signature that is written down is looked at anew, so that who can write into the database
 * can release nothing; two count only when two people made them, with two keys.
 */
final class Releases {

    private static final int EYES = 2;

    private final PaymentTools tools;
    private final Genuine file;
    private final List<Seen> seen = new ArrayList<>();

    private Releases(PaymentTools tools, Genuine file) {
        this.tools = tools;
        this.file = file;
    }

    static Releases of(PaymentTools tools, Handle handle, Genuine file) {
        Releases releases = new Releases(tools, file);
        PaymentSignatures.of(handle, file.file().name(), PaymentSignatures.Act.RELEASED)
                .forEach(row -> releases.seen.add(releases.look(row)));
        return releases;
    }

    /**
     * One of them.
     *
     * @param by who released it, when it counts
     * @param fault why it does not; empty when it does
     */
    record Seen(PaymentSignatures.Row row, Optional<Releaser> by, String fault) {}

    List<Seen> all() {
        return List.copyOf(seen);
    }

    /** The people whose releases count. */
    List<Releaser> people() {
        return seen.stream().flatMap(each -> each.by().stream()).toList();
    }

    List<Seen> rejected() {
        return seen.stream().filter(each -> each.by().isEmpty()).toList();
    }

    boolean suffice() {
        return people().size() >= EYES;
    }

    private Seen look(PaymentSignatures.Row row) {
        try {
            Releaser by = signer(row.signature());
            if (!by.person().equals(row.person()) || !by.fingerprint().equals(row.certificate())) {
                return new Seen(row, Optional.empty(), "It is written down under another name than signed it.");
            }
            requireAnother(by);
            return new Seen(row, Optional.of(by), "");
        } catch (PaymentRefusedException e) {
            return new Seen(row, Optional.empty(), e.getMessage());
        }
    }

    /**
     * Whose release this signature is.
     *
     * @throws PaymentRefusedException when it is none, or not of somebody who may release this file
     */
    Releaser signer(byte[] signature) {
        Releaser by;
        try {
            by = tools.admission()
                    .admitted(PersonSignature.verified(file.statement().bytes(), signature));
        } catch (SignatureRefusedException e) {
            throw new PaymentRefusedException("This is no signature over what " + file + " is now. Look at it again"
                    + " (zeef payment show " + file + "), and sign what you see.");
        }
        if (file.isComposedBy(by) && !tools.terms().composerMayRelease()) {
            throw new PaymentRefusedException("The run that composed " + file + " was signed by " + by
                    + ", and the agreement lets nobody release what they composed. Two others must release it.");
        }
        return by;
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
