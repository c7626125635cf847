package be.zeef.source.kszsoap;

import be.zeef.source.CallJournal;
import be.zeef.source.InscribedFirst;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionService;
import be.zeef.source.KnownInscriptions;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Barred;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the KSZ about one person. What every code means stands in {@code statuses.yaml}; what remains here is what to do about
 * it. A question's parameters are {@code statuut} (1–8 names), {@code postcode} (none for anywhere) and {@code leeftijd} (none,
 * or the oldest age asked about); its facts are {@code statuut.NAME}, as the list of the same buffer gives them. Thread-safe.
 */
public final class KszQuestions implements PersonSource {

    /** The service to name in a question. */
    public static final String SOCIAL_RIGHTS = "SocialRightsAdvantageList-v1";

    private final KszCalls calls;
    private final InscribedFirst inscribed;
    private final KnownInscriptions book;

    /**
     * @param inscriptions inscribes who is not, before the first question
     * @param book knows whose inscription stands, and is told of new ones
     */
    public KszQuestions(KszCalls calls, InscriptionService inscriptions, KnownInscriptions book) {
        this.calls = calls;
        this.inscribed = new InscribedFirst(inscriptions, book);
        this.book = book;
    }

    @Override
    public SourceAnswer ask(PersonQuestion question, CallJournal journal) {
        return new Asking(question, System.nanoTime() + question.within().toNanos(), journal).ask();
    }

    /** One question under way. */
    private final class Asking {
        private final PersonQuestion question;
        private final KszService service;
        private final long until;
        private CallJournal journal;
        private boolean followed;

        Asking(PersonQuestion question, long until, CallJournal journal) {
            this.question = question;
            this.service = calls.service(question.service());
            this.until = until;
            this.journal = journal;
        }

        SourceAnswer ask() {
            return inscribeAndAsk(question.person());
        }

        private SourceAnswer inscribeAndAsk(Insz person) {
            return service.description().inscribed()
                    ? ifInscribed(inscribed.stands(person, question.on(), left(), journal), person, true)
                    : ask(person, false);
        }

        private SourceAnswer ifInscribed(InscriptionOutcome outcome, Insz person, boolean mayInscribe) {
            if (outcome instanceof InscriptionOutcome.Done) {
                return ask(person, mayInscribe);
            }
            if (outcome instanceof InscriptionOutcome.Barred barred) {
                return new Barred(barred.code());
            }
            if (outcome instanceof InscriptionOutcome.Refused refused) {
                return follow(person, refused.replacedBy(), refused.code());
            }
            return new Undetermined(((InscriptionOutcome.Failed) outcome).code());
        }

        private SourceAnswer ask(Insz person, boolean mayInscribe) {
            KszReply reply = calls.call(
                    service, question.places(person), left(), journal.asking(question.facts(), question.parameters()));
            boolean another = reply.answer()
                    .map(answer -> !answer.askedAbout().equals(person.digits()))
                    .orElse(false);
            if (another) {
                return new Undetermined("ANOTHER_PERSON");
            }
            return switch (reply.meaning()) {
                case NOTE -> read(person, reply);
                case REGISTER ->
                    mayInscribe
                            ? ifInscribed(inscribed.anew(person, question.on(), left(), journal), person, false)
                            : new Undetermined(reply.code());
                case REPLACED -> follow(person, reply.answer().flatMap(KszAnswer::newNumber), reply.code());
                default -> calls.reading(service).said(question, person, reply);
            };
        }

        /** The new number is asked about by itself, as an access of its own, so that the answer is surely about it. */
        private SourceAnswer follow(Insz person, Optional<Insz> fresh, String code) {
            fresh.filter(other -> !other.equals(person)).ifPresent(other -> book.replaced(person, other));
            if (!question.followReplaced()
                    || followed
                    || fresh.isEmpty()
                    || fresh.get().equals(person)) {
                return new Undetermined(code);
            }
            followed = true;
            journal = journal.about(fresh.get());
            return inscribeAndAsk(fresh.get());
        }

        private SourceAnswer read(Insz person, KszReply reply) {
            KszAnswer answer = reply.answer().orElseThrow();
            if (!answer.ssin().equals(person.digits()) && answer.replaces().equals(person.digits())) {
                return follow(person, Insz.parse(answer.ssin()), "REPLACED");
            }
            // the number asked about is the new one: what was granted under the former was granted to the same person
            Insz.parse(answer.replaces())
                    .filter(former -> answer.ssin().equals(person.digits()) && !former.equals(person))
                    .ifPresent(former -> book.replaced(former, person));
            return calls.reading(service).said(question, person, reply);
        }

        private Duration left() {
            return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        }
    }
}
