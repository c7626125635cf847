package be.zeef.claim;

import be.zeef.agreement.Agreement;
import be.zeef.claim.ClaimAnswer.Verdict;
import be.zeef.claim.Claims.State;
import be.zeef.objection.Objections;
import be.zeef.payment.Payee;
import be.zeef.payment.PaymentSecrets;
import be.zeef.payment.References;
import be.zeef.payment.ShareTransfers;
import be.zeef.question.Answer;
import be.zeef.run.PersonNumbers;
import be.zeef.subject.PeopleAtRest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/** One claim under way: what it can still be granted, and what became of it. */
final class ClaimEntry {

    /** What is claimed is paid in one transfer. */
    private static final int WHOLE = 1;

    private final Agreement agreement;
    private final long ceiling;
    private final PeopleAtRest people;
    private final PaymentSecrets secrets;
    private final Clock clock;
    private final Claim claim;
    private final String subject;
    private final Association association;
    private final LocalDate on;

    ClaimEntry(
            Agreement agreement,
            PeopleAtRest people,
            PaymentSecrets secrets,
            Clock clock,
            Claim claim,
            String subject,
            Association association,
            LocalDate on) {
        this.agreement = agreement;
        this.ceiling = ClaimRefusals.terms(agreement).ceiling();
        this.people = people;
        this.secrets = secrets;
        this.clock = clock;
        this.claim = claim;
        this.subject = subject;
        this.association = association;
        this.on = on;
    }

    /**
     * Whether an answer of the sources could change anything: the claim was not decided before, nobody objected, and something is left.
     *
     * @throws be.zeef.validation.InvalidMessageException when its reference is another claim's
     */
    boolean mayBeAsked(Handle handle) {
        return before(handle).isEmpty() && !objected(handle) && left(handle) > 0;
    }

    /**
     * Stores what became of it, with its payment, while nobody else decides about a claim under the agreement.
     *
     * @param told of the sources; empty when nobody was asked
     */
    ClaimAnswer store(Handle handle, Optional<Answer> told) {
        Claims.lock(handle, agreement.id());
        Optional<ClaimAnswer> before = before(handle);
        if (before.isPresent()) {
            return before.get();
        }
        boolean objected = told.filter(Answer::objected).isPresent() || objected(handle);
        ClaimAnswer answer = objected ? ClaimAnswer.ofObjector() : answer(told.map(Answer::verdict), left(handle));
        put(handle, answer);
        if (answer.granted() > 0) {
            pay(handle, answer.granted());
        }
        return answer;
    }

    private boolean objected(Handle handle) {
        return Objections.of(handle, people).has(claim.child());
    }

    private ClaimAnswer answer(Optional<Answer.Verdict> verdict, long left) {
        if (left == 0) {
            return ClaimAnswer.nothing(Verdict.NOTHING_LEFT);
        }
        // where somebody withdrew a claim since nothing was left, nobody was asked: it may be entered again
        return switch (verdict.orElse(Answer.Verdict.NOT_DECIDABLE)) {
            case YES -> {
                long granted = Math.min(claim.cents(), left);
                yield new ClaimAnswer(Verdict.YES, granted, left - granted, false);
            }
            case NO -> ClaimAnswer.nothing(Verdict.NO);
            case NOT_DECIDABLE -> ClaimAnswer.nothing(Verdict.NOT_DECIDABLE);
        };
    }

    /** The answer that this claim got before; empty when it is new, nobody could say, or nothing was left then. */
    private Optional<ClaimAnswer> before(Handle handle) {
        Optional<Claims.Row> known = Claims.find(handle, agreement.id(), claim.reference());
        known.filter(row -> !isSame(handle, row)).ifPresent(row -> {
            throw ClaimRefusals.reference(agreement.id(), "claim.reference-taken");
        });
        known.filter(row -> row.state() == State.WITHDRAWN).ifPresent(row -> {
            throw ClaimRefusals.reference(agreement.id(), "claim.reference-withdrawn");
        });
        return known.flatMap(row -> switch (row.state()) {
            case GRANTED -> Optional.of(new ClaimAnswer(Verdict.YES, row.granted(), row.remaining(), true));
            case REFUSED -> Optional.of(new ClaimAnswer(Verdict.NO, 0, 0, true));
            // nobody was asked about the child, and there may be something left by now
            case NOTHING_LEFT, UNDETERMINED, WITHDRAWN -> Optional.empty();
        });
    }

    private boolean isSame(Handle handle, Claims.Row row) {
        return row.year() == claim.year()
                && row.asked() == claim.cents()
                && row.association().equals(claim.association())
                && numbers(handle).contains(row.subject());
    }

    private long left(Handle handle) {
        return Math.max(0, ceiling - Claims.granted(handle, agreement.id(), claim.year(), numbers(handle)));
    }

    private SortedSet<String> numbers(Handle handle) {
        return PersonNumbers.of(handle, agreement.id(), subject);
    }

    private void put(Handle handle, ClaimAnswer answer) {
        State state =
                switch (answer.verdict()) {
                    case YES -> State.GRANTED;
                    case NO -> State.REFUSED;
                    case NOTHING_LEFT -> State.NOTHING_LEFT;
                    case NOT_DECIDABLE -> State.UNDETERMINED;
                };
        Claims.put(
                handle,
                agreement.id(),
                new Claims.Row(
                        claim.reference(),
                        secrets.references().claim(claim.reference()),
                        claim.year(),
                        subject,
                        claim.association(),
                        claim.cents(),
                        answer.granted(),
                        answer.left(),
                        state,
                        claim.clerk(),
                        on,
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()));
    }

    private void pay(Handle handle, long cents) {
        References references = secrets.references();
        new ShareTransfers(secrets, handle)
                .pay(
                        references.claim(claim.reference()),
                        WHOLE,
                        cents,
                        references.association(association.key()),
                        new Payee(association.name(), association.iban(), claim.reference()));
    }
}
