package be.zeef.payment.release;

import be.zeef.ledger.event.Released;
import be.zeef.payment.AgreementLedger;
import be.zeef.payment.NoSuchPaymentFileException;
import be.zeef.payment.ObjectedPayments;
import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.PaymentTally;
import be.zeef.payment.Withdrawal;
import be.zeef.security.Sha256;
import be.zeef.subject.Today;
import be.zeef.trust.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Two different people release a file, each by a signature over the same statement; only then may it be handed over. */
public final class FourEyes {

    private final GenuineFiles files;
    private final ReleaseTerms terms;
    private final PaymentSecrets secrets;
    private final Jdbi jdbi;
    private final AgreementLedger ledger;
    private final Clock clock;

    public FourEyes(
            GenuineFiles files,
            ReleaseTerms terms,
            PaymentSecrets secrets,
            Jdbi jdbi,
            AgreementLedger ledger,
            Clock clock) {
        this.files = files;
        this.terms = terms;
        this.secrets = secrets;
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a release did. */
    public enum Step {
        FIRST,
        SECOND,
        /** Two people had released it before, but it was not handed over yet. */
        BEFORE
    }

    /** What a transaction made of it; a refusal that changed something must be committed too. */
    private record Done<T>(Optional<T> result, String refusal) {

        static <T> Done<T> well(T result) {
            return new Done<>(Optional.of(result), "");
        }

        static <T> Done<T> refused(String why) {
            return new Done<>(Optional.empty(), why);
        }
    }

    /**
     * What must be signed to release a file.
     *
     * @throws PaymentRefusedException saying why it may not be released
     */
    public Statement statement(String name) {
        return withFile(name, (handle, file) -> Done.well(file.statement()));
    }

    /**
     * @param signature over the {@link #statement}, detached CMS
     * @throws PaymentRefusedException saying why it may not be released, or not by whoever signed
     */
    public Step release(String name, byte[] signature) {
        return withFile(name, (handle, file) -> release(handle, file, signature));
    }

    private <T> T withFile(String name, BiFunction<Handle, GenuineFile, Done<T>> work) {
        Done<T> done = jdbi.inTransaction(handle -> {
            PaymentFiles.Row file = PaymentFiles.lock(handle, ledger.agreement(), name)
                    .orElseThrow(() -> new NoSuchPaymentFileException(name));
            requireWaiting(file);
            requireNobodyObjected(handle, file);
            return files.open(handle, file)
                    .map(genuine -> work.apply(handle, genuine))
                    .orElseGet(() -> spoilt(handle, file));
        });
        return done.result.orElseThrow(() -> new PaymentRefusedException(done.refusal));
    }

    private void requireWaiting(PaymentFiles.Row file) {
        if (!file.state().isToRelease() && file.state() != PaymentFiles.State.RELEASED) {
            throw new PaymentRefusedException(file.name() + " is "
                    + (file.state() == PaymentFiles.State.WITHDRAWN
                            ? "withdrawn: its payments go with another file, see zeef payment list."
                            : "handed over already."));
        }
        // one that was released may have left, so it is neither stopped nor composed anew
        if (file.state().isToRelease() && file.execution().isBefore(Today.by(clock))) {
            throw new PaymentRefusedException("the day of " + file.name() + " has passed. Run zeef sync "
                    + ledger.agreement() + " again, which composes it anew.");
        }
    }

    /** One that was released may have left: whether it can be stopped is for people to ask the bank. */
    private void requireNobodyObjected(Handle handle, PaymentFiles.Row file) {
        if (file.state().isToRelease() && ObjectedPayments.of(handle, secrets).isIn(handle, file.name())) {
            throw new PaymentRefusedException(file.name()
                    + " has a payment for or to somebody who objected or is restricted since. Run" + " zeef sync "
                    + ledger.agreement() + " again, which composes it anew without that payment.");
        }
    }

    private <T> Done<T> spoilt(Handle handle, PaymentFiles.Row file) {
        if (!file.state().isToRelease()) {
            return Done.refused(
                    file.name() + " is not what was composed, and may have left. It will not be handed over;"
                            + " find out who changed the database, and ask the bank whether it has it.");
        }
        new Withdrawal(ledger, handle, new PaymentTally()).withdraw(file.name());
        return Done.refused(file.name()
                + " is not what was composed, so it was withdrawn. Find out who changed the database; zeef sync "
                + ledger.agreement() + " composes it anew.");
    }

    private Done<Step> release(Handle handle, GenuineFile file, byte[] signature) {
        JudgedReleases before = JudgedReleases.of(terms, handle, file);
        Releaser by = terms.signer(file, signature);
        PaymentFiles.State state = file.file().state();
        if (state == PaymentFiles.State.RELEASED && before.suffice()) {
            return Done.well(Step.BEFORE);
        }
        before.rejected().forEach(each -> PaymentSignatures.delete(handle, each.row()));
        if (state == PaymentFiles.State.RELEASED_ONCE && !before.rejected().isEmpty()) {
            PaymentFiles.standsAs(handle, file.file(), PaymentFiles.State.COMPOSED);
            return Done.refused("what was released of " + file + " before counts no more: "
                    + before.rejected().get(0).fault() + " Look at the file, and release it twice.");
        }
        before.requireAnother(by);
        int step = before.people().size() + 1;
        write(handle, file, by, signature, step);
        if (step > 1) {
            PaymentFiles.standsAs(handle, file.file(), PaymentFiles.State.RELEASED);
        } else if (state == PaymentFiles.State.COMPOSED) {
            PaymentFiles.standsAs(handle, file.file(), PaymentFiles.State.RELEASED_ONCE);
        }
        return Done.well(step > 1 ? Step.SECOND : Step.FIRST);
    }

    private void write(Handle handle, GenuineFile file, Releaser by, byte[] signature, int step) {
        String name = file.file().name();
        PaymentSignatures.insert(
                handle,
                new PaymentSignatures.Row(
                        name,
                        PaymentSignatures.Act.RELEASED,
                        by.person(),
                        by.fingerprint(),
                        signature,
                        PaymentSignatures.at(clock)));
        ledger.record(
                handle,
                new Released(name, file.file().digest(), by.person(), by.fingerprint(), Sha256.hex(signature), step));
    }
}
