package be.zeef.claim;

import be.zeef.agreement.Agreement;
import be.zeef.ledger.Deeds;
import be.zeef.ledger.Deeds.End;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.Answered;
import be.zeef.ledger.event.QuestionIntent;
import be.zeef.payment.PaymentSecrets;
import be.zeef.question.Answer;
import be.zeef.question.QuestionDesk;
import be.zeef.subject.PeopleAtRest;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * Where clerks enter claims: the ceiling is looked at, the sources are asked, and what is granted is stored with its payment and its
 * outcome in one transaction. Where nothing is left nobody is asked about; what nobody can say grants nothing and uses up nothing.
 * The ceiling holds over all clerks, processes and nodes of a database. Thread-safe.
 */
public final class ClaimDesk {

    private final Agreement agreement;
    private final ClaimYears years;
    private final Path register;
    private final Function<LocalDate, QuestionDesk> questions;
    private final Jdbi jdbi;
    private final Deeds deeds;
    private final PeopleAtRest people;
    private final PaymentSecrets secrets;
    private final Clock clock;

    /**
     * @param register the file of associations
     * @param questions where it is asked whether somebody has the right, on a day
     */
    public ClaimDesk(
            Agreement agreement,
            Path register,
            Function<LocalDate, QuestionDesk> questions,
            Jdbi jdbi,
            Ledger ledger,
            PeopleAtRest people,
            PaymentSecrets secrets,
            Clock clock) {
        this.agreement = agreement;
        this.years = new ClaimYears(agreement, ClaimRefusals.terms(agreement));
        this.register = register;
        this.questions = questions;
        this.jdbi = jdbi;
        this.deeds = new Deeds(ledger, agreement.id(), 0);
        this.people = people;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @throws InvalidMessageException when nothing is claimed under this agreement */
    public static void requireClaims(Agreement agreement) {
        ClaimRefusals.terms(agreement);
    }

    /**
     * Enters a claim; the same claim entered again is told its first answer, and nothing is changed.
     *
     * @param on the day of the claim
     * @throws InvalidMessageException when the year cannot be claimed for on this day, the association is not in the register, the
     *     register has a fault, or the reference is another claim's; nothing was changed then
     */
    public ClaimAnswer claim(Claim claim, LocalDate on) {
        years.fault(claim.year(), on, "year").ifPresent(fault -> {
            throw InvalidMessageException.of(agreement.id(), fault);
        });
        Association association = association(claim);
        Claims.prepare(jdbi, agreement.id());
        String subject = people.pseudonym(claim.child());
        ClaimEntry entry = new ClaimEntry(agreement, people, secrets, clock, claim, subject, association, on);
        LocalDate day = years.asked(claim.year(), on);
        // who may not be asked about on that day is told before anything is written
        Optional<QuestionDesk> desk =
                jdbi.inTransaction(entry::mayBeAsked) ? Optional.of(questions.apply(day)) : Optional.empty();
        QuestionIntent.OfClaim intent = new QuestionIntent.OfClaim(
                agreement.version(),
                subject,
                claim.clerk(),
                on,
                claim.year(),
                claim.cents(),
                claim.association(),
                claim.reference());
        return deeds.<Optional<Answer>, ClaimAnswer, Answered.OfClaim>around(
                intent,
                () -> desk.map(asked -> asked.ask(claim.child(), day, claim.clerk())),
                (handle, answer) -> end(entry.store(handle, answer)
                        .ifRefused(answer.filter(Answer::refused).isPresent())));
    }

    private End<ClaimAnswer, Answered.OfClaim> end(ClaimAnswer answer) {
        return End.of(
                answer,
                new Answered.OfClaim(
                        answer.verdict().word(),
                        answer.granted(),
                        answer.left(),
                        answer.repeated(),
                        agreement.version()));
    }

    private Association association(Claim claim) {
        Map<String, Association> all = AssociationFile.read(register);
        return Optional.ofNullable(all.get(claim.association()))
                .orElseThrow(() -> InvalidMessageException.of(
                        agreement.id(),
                        Finding.fatal(
                                "claim.association-unknown",
                                Location.path("association"),
                                String.valueOf(register.getFileName()))));
    }
}
