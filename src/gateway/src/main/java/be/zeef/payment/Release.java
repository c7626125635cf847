package be.zeef.payment;

import be.zeef.ledger.EntryKind;
import be.zeef.security.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;

/** Two different people release a file, each by a signature over the same statement; only then may it be handed over. */
final class Release {

    private final PaymentTools tools;

    Release(PaymentTools tools) {
        this.tools = tools;
    }

    /** What a release did. */
    enum Step {
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
    Statement statement(String name) {
        return withFile(name, (handle, file) -> Done.well(file.statement()));
    }

    /**
     * @param signature over the {@link #statement}, detached CMS
     * @throws PaymentRefusedException saying why it may not be released, or not by whoever signed
     */
    Step release(String name, byte[] signature) {
        return withFile(name, (handle, file) -> release(handle, file, signature));
    }

    private <T> T withFile(String name, BiFunction<Handle, Genuine, Done<T>> work) {
        Done<T> done = tools.jdbi().inTransaction(handle -> {
            PaymentFiles.Row file =
                    PaymentFiles.lock(handle, tools.id(), name).orElseThrow(() -> new NoSuchPaymentFileException(name));
            requireWaiting(file);
            return Genuine.of(tools, handle, file)
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
        if (file.state().isToRelease() && file.execution().isBefore(tools.today())) {
            throw new PaymentRefusedException("the day of " + file.name() + " has passed. Run zeef sync " + tools.id()
                    + " again, which composes it anew.");
        }
    }

    private <T> Done<T> spoilt(Handle handle, PaymentFiles.Row file) {
        if (!file.state().isToRelease()) {
            return Done.refused(
                    file.name() + " is not what was composed, and may have left. It will not be handed over;"
                            + " find out who changed the database, and ask the bank whether it has it.");
        }
        new Standing(tools, handle, new Tally()).withdraw(file.name());
        return Done.refused(file.name()
                + " is not what was composed, so it was withdrawn. Find out who changed the database; zeef sync "
                + tools.id() + " composes it anew.");
    }

    private Done<Step> release(Handle handle, Genuine file, byte[] signature) {
        Releases before = Releases.of(tools, handle, file);
        Releaser by = before.signer(signature);
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

    private void write(Handle handle, Genuine file, Releaser by, byte[] signature, int step) {
        String name = file.file().name();
        PaymentSignatures.insert(
                handle,
                new PaymentSignatures.Row(
                        name, PaymentSignatures.Act.RELEASED, by.person(), by.fingerprint(), signature, tools.now()));
        tools.record(
                handle,
                EntryKind.RELEASED,
                Map.of(
                        "delivery", name,
                        "digest", file.file().digest(),
                        "by", by.person(),
                        "certificate", by.fingerprint(),
                        "signature", Sha256.hex(signature),
                        "release", step));
    }
}
