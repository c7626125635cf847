package be.zeef.endtoend.source;

import be.zeef.app.Inside;
import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.ksz.KszMisbehaviour;
import be.zeef.source.PersonSource;
import be.zeef.source.kszsoap.KszQuestions;

/** The KSZ itself, one person a call. */
class KszPersonSourceTest extends PersonSourceContract {

    @Override
    PersonSource source() {
        return Inside.ksz(gateway, "test");
    }

    @Override
    String service() {
        return KszQuestions.SOCIAL_RIGHTS;
    }

    @Override
    String fact() {
        return "statuut.BIM_BVT";
    }

    @Override
    void answerOddly(OddAnswer kind) {
        city.sandbox().ksz().answerOddly(kind, 100);
    }

    @Override
    void answerAboutAnother() {
        city.sandbox().ksz().misbehave(KszMisbehaviour.ANOTHER_PERSON);
    }

    @Override
    void behave() {
        city.sandbox().ksz().behave();
    }
}
