package be.zeef.payment;

import be.zeef.ledger.EntryKind;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Two different people release a file, over the same digest; only then may it be handed over. */
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

    /** What the transaction made of it; a refusal that changed something must be committed too. */
    private record Done(Step step, String refusal) {}

    /** @throws PaymentRefusedException saying why it may not be released */
    Step release(String name, Releaser by) {
        Done done = tools.jdbi().inTransaction(handle -> {
            PaymentFiles.Row file = PaymentFiles.lock(handle, tools.id(), name)
                    .orElseThrow(() -> refused("there is no payment file " + name + ". See zeef payment list."));
            return release(handle, file, by);
        });
        if (!done.refusal.isEmpty()) {
            throw refused(done.refusal);
        }
        return done.step;
    }

    private Done release(Handle handle, PaymentFiles.Row file, Releaser by) {
        if (file.state() == PaymentFiles.State.RELEASED) {
            return new Done(Step.BEFORE, "");
        }
        if (!file.state().isToRelease()) {
            throw refused(file.name() + " is "
                    + (file.state() == PaymentFiles.State.WITHDRAWN
                            ? "withdrawn: its payments go with another file, see zeef payment list."
                            : "handed over already."));
        }
        if (file.execution().isBefore(tools.today())) {
            throw refused("the day of " + file.name() + " has passed. Run zeef sync " + tools.id()
                    + " again, which composes it anew.");
        }
        String digest = Digests.sha256(tools.sealing().open(file.name(), file.vault()));
        if (!digest.equals(file.digest())) {
            new Standing(tools, handle, new Tally()).withdraw(file.name());
            return new Done(
                    Step.FIRST,
                    file.name()
                            + " is not what was composed, so it was withdrawn. Find out who changed the database; zeef sync "
                            + tools.id() + " composes it anew.");
        }
        return file.state() == PaymentFiles.State.COMPOSED ? first(handle, file, by) : second(handle, file, by, digest);
    }

    private Done first(Handle handle, PaymentFiles.Row file, Releaser by) {
        PaymentFiles.releasedOnce(handle, file, by.written(), file.digest());
        record(handle, file, by, 1);
        return new Done(Step.FIRST, "");
    }

    private Done second(Handle handle, PaymentFiles.Row file, Releaser by, String digest) {
        if (by.is(file.firstBy())) {
            throw refused("you released " + file.name() + " already. Another person must release it too.");
        }
        if (!digest.equals(file.firstDigest())) {
            PaymentFiles.notReleased(handle, file);
            return new Done(
                    Step.FIRST,
                    file.name()
                            + " was changed since its first release, which counts no more. Look at it, and release it twice.");
        }
        PaymentFiles.released(handle, file, by.written());
        record(handle, file, by, 2);
        return new Done(Step.SECOND, "");
    }

    private void record(Handle handle, PaymentFiles.Row file, Releaser by, int step) {
        tools.record(
                handle,
                EntryKind.RELEASED,
                Map.of("delivery", file.name(), "digest", file.digest(), "by", by.written(), "release", step));
    }

    private static PaymentRefusedException refused(String why) {
        return new PaymentRefusedException(why);
    }
}
