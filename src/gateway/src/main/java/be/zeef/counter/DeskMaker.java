package be.zeef.counter;

import be.zeef.question.QuestionDesk;
import java.time.LocalDate;

/** Makes the desk at which questions are asked under an agreement for a day. */
@FunctionalInterface
public interface DeskMaker {

    /**
     * @throws be.zeef.validation.InvalidMessageException when there is no such agreement, or it may not be used for such a
     *     question: not in force, not approved, not asked about single people
     */
    QuestionDesk desk(String agreement, LocalDate on);
}
