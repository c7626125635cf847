package be.zeef.source.magda;

import be.zeef.settings.Settings;
import be.zeef.source.CallJournal;
import be.zeef.source.Exceptions;
import be.zeef.source.InscribedFirst;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.KnownInscriptions;
import be.zeef.source.Meaning;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Barred;
import be.zeef.source.SourceAnswer.Known;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.source.SourceFacts;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks MAGDA about one person under an agreement's sender identity. What every code of an answer means stands in the
 * catalogue ({@code exceptions.yaml}); what remains here is what to do about it. Thread-safe.
 */
public final class MagdaQuestions implements PersonSource {

    /** A number that was replaced by one that was replaced again is nobody's we should guess at. */
    private static final int REPLACEMENTS_FOLLOWED = 1;

    private final MagdaCalls calls;
    private final InscribedFirst inscribed;
    private final Settings.Sender sender;
    private final KnownInscriptions book;

    /** @param book is told whose inscription was needed */
    public MagdaQuestions(MagdaCalls calls, Settings settings, String agreement, KnownInscriptions book) {
        this.calls = calls;
        this.book = book;
        this.sender = settings.magda().senderOf(agreement);
        this.inscribed = new InscribedFirst(new MagdaInscriptions(calls, settings, agreement), book);
    }

    @Override
    public SourceAnswer ask(PersonQuestion question, CallJournal journal) {
        return new Asking(question, System.nanoTime() + question.within().toNanos(), journal).ask();
    }

    /** One question under way. */
    private final class Asking {
        private final PersonQuestion question;
        private final MagdaService service;
        private final long until;
        private final CallJournal journal;
        private int followed;

        Asking(PersonQuestion question, long until, CallJournal journal) {
            this.question = question;
            this.service = calls.service(question.service());
            this.until = until;
            this.journal = journal;
        }

        SourceAnswer ask() {
            return inscribeAndAsk(question.person(), journal);
        }

        private SourceAnswer inscribeAndAsk(Insz person, CallJournal journal) {
            return service.needsInscription()
                    ? ifInscribed(inscribed.stands(person, question.on(), left(), journal), person, true, journal)
                    : ask(person, false, journal);
        }

        private SourceAnswer ifInscribed(
                InscriptionOutcome outcome, Insz person, boolean mayInscribe, CallJournal journal) {
            if (outcome instanceof InscriptionOutcome.Done) {
                return ask(person, mayInscribe, journal);
            }
            if (outcome instanceof InscriptionOutcome.Barred barred) {
                return new Barred(barred.code());
            }
            if (outcome instanceof InscriptionOutcome.Refused refused) {
                return refused(person, refused);
            }
            return new Undetermined(((InscriptionOutcome.Failed) outcome).code());
        }

        /** A number that cannot be inscribed says as much as one that cannot be asked about. */
        private SourceAnswer refused(Insz person, InscriptionOutcome.Refused refused) {
            return switch (calls.catalogue().of(refused.code(), Exceptions.QUESTION)) {
                case DECEASED -> new Known(SourceFacts.ofDeceased());
                case REPLACED -> replaced(person, refused.code(), refused.replacedBy());
                default -> new Undetermined(refused.code());
            };
        }

        private SourceAnswer ask(Insz person, boolean mayInscribe, CallJournal journal) {
            MagdaExchange.Reply reply = calls.call(
                    service,
                    sender,
                    question.places(person),
                    left(),
                    journal.asking(question.facts(), question.parameters()));
            Meaning meaning = calls.meaning(reply);
            if (service.needsInscription() && reply.answer().isPresent() && meaning.tellsOfPerson()) {
                book.needed(person, question.on());
            }
            return switch (meaning) {
                case REGISTER ->
                    mayInscribe
                            ? ifInscribed(
                                    inscribed.anew(person, question.on(), left(), journal), person, false, journal)
                            : new Undetermined(reply.code());
                case REPLACED -> replaced(person, reply.code(), reply.replacedBy(person));
                default -> calls.reading(service).said(question, person, reply, meaning);
            };
        }

        /** The new number is asked about by itself, as an access of its own, so that the answer is surely about it. */
        private SourceAnswer replaced(Insz person, String code, Optional<Insz> fresh) {
            fresh.filter(other -> !other.equals(person)).ifPresent(other -> book.replaced(person, other));
            if (!question.followReplaced()
                    || fresh.isEmpty()
                    || fresh.get().equals(person)
                    || followed == REPLACEMENTS_FOLLOWED) {
                return new Undetermined(code);
            }
            followed++;
            return inscribeAndAsk(fresh.get(), journal.about(fresh.get()));
        }

        private Duration left() {
            return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        }
    }
}
