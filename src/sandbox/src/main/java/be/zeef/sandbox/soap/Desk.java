package be.zeef.sandbox.soap;

import be.zeef.sandbox.Repertory;
import java.util.function.LongPredicate;

/** Does what one question asks in the repertory, and says how it went at level 3. */
final class Desk {

    private final LongPredicate known;
    private final Repertory repertory;
    private final PersonDesk persons;

    Desk(LongPredicate known, Repertory repertory, PersonDesk persons) {
        this.persons = persons;
        this.known = known;
        this.repertory = repertory;
    }

    String content(MagdaQuestion asked, SoapTrouble trouble) {
        String referte = asked.questionReferte();
        if (!asked.forSender()) {
            return refused(asked, "20005", "Identificatie of Hoedanigheid komt niet overeen met de Context");
        }
        if (trouble.due(SoapMisbehaviour.RESULT_ZERO)) {
            return MagdaAnswers.answer(referte, false, "");
        }
        if (trouble.due(SoapMisbehaviour.UNKNOWN_CODE)) {
            return refused(asked, "81234", "Onbekend");
        }
        if (trouble.due(SoapMisbehaviour.UNKNOWN_PERSON) || !known.test(asked.insz())) {
            return refused(asked, "30003", "Onbestaand INSZ");
        }
        if (trouble.due(SoapMisbehaviour.REPLACED_INSZ)) {
            String both = MagdaAnswers.replaced(asked.insz(), another(asked.insz()));
            return without(
                    asked,
                    MagdaAnswers.exception("30004", "WAARSCHUWING", "Persoon heeft een nieuw INSZ verkregen", both));
        }
        if (!asked.inscription()) {
            return answered(asked, trouble);
        }
        return done(asked, trouble.due(SoapMisbehaviour.ANOTHER_ANSWER) ? "another-question" : referte);
    }

    private String answered(MagdaQuestion asked, SoapTrouble trouble) {
        if (!repertory.contains(asked.uri(), asked.insz())) {
            return refused(asked, "40003", "Geen inschrijving aanwezig voor het INSZ in de vraag");
        }
        String content = persons.content(asked);
        return trouble.due(SoapMisbehaviour.ANOTHER_PERSON)
                ? content.replace(MagdaAnswers.digits(asked.insz()), MagdaAnswers.digits(another(asked.insz())))
                : content;
    }

    private String done(MagdaQuestion asked, String referte) {
        boolean register = "RegistreerInschrijving".equals(asked.service());
        boolean changed =
                register ? repertory.add(asked.uri(), asked.insz()) : repertory.remove(asked.uri(), asked.insz());
        repertory.flush();
        if (changed) {
            return MagdaAnswers.answer(referte, true, "");
        }
        return register
                ? MagdaAnswers.answer(
                        referte,
                        true,
                        MagdaAnswers.exception(
                                "40143", "WAARSCHUWING", "De inschrijving in het repertorium bestaat al", ""))
                : refused(asked, "40003", "Geen inschrijving aanwezig voor het INSZ in de vraag");
    }

    private static String refused(MagdaQuestion asked, String code, String text) {
        return without(asked, MagdaAnswers.exception(code, "FOUT", text, ""));
    }

    /** An exception instead of what was asked for: a repertory also says that nothing was done. */
    private static String without(MagdaQuestion asked, String exception) {
        return asked.inscription()
                ? MagdaAnswers.answer(asked.questionReferte(), false, exception)
                : MagdaAnswers.content(asked.questionReferte(), "", exception);
    }

    /** Another test number of the same day of birth: the serial moves on by two, which keeps the sex it tells. */
    private static long another(long insz) {
        long day = insz / 100_000;
        long serial = (insz / 100 % 1000 + 1) % 997 + 1;
        long firstNine = day * 1000 + serial;
        return firstNine * 100 + 97 - firstNine % 97;
    }
}
