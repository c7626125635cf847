package be.zeef.endtoend.source;

import be.zeef.app.Inside;
import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.soap.SoapMisbehaviour;
import be.zeef.source.PersonSource;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.testing.Believing;
import java.util.Map;

/** MAGDA, one person a call. */
class MagdaPersonSourceTest extends PersonSourceContract {

    @Override
    PersonSource source() {
        return new MagdaQuestions(Inside.magda(gateway), city.settings(Map.of("attempts", 2)), "test", new Believing());
    }

    @Override
    String service() {
        return "GeefSociaalStatuut-03.00";
    }

    @Override
    String fact() {
        return "statuut.BIM_BVT";
    }

    @Override
    void answerOddly(OddAnswer kind) {
        city.sandbox().soap().answerOddly(kind, 100);
    }

    @Override
    void answerAboutAnother() {
        city.sandbox().soap().misbehave(SoapMisbehaviour.ANOTHER_PERSON, 1);
    }

    @Override
    void behave() {
        city.sandbox().soap().behave();
    }
}
