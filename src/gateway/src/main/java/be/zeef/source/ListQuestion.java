package be.zeef.source;

import java.util.List;

/**
 * One question about a list of persons.
 *
 * @param file name of the file that carries it
 * @param referte correlates the answer; 1–36 characters, fresh per question
 * @param operation what the source calls the operation; its values are not public
 * @param statuses 1–8
 * @param persons at least one
 */
public record ListQuestion(
        String file, String referte, String operation, List<StatusAsked> statuses, PersonList persons) {

    public ListQuestion {
        statuses = List.copyOf(statuses);
    }
}
