package be.zeef.subject;

/**
 * One person of a population that is asked about one by one.
 *
 * @param key the recipient's own key of the person, such as a pupil number; empty where it has none
 */
public record Subject(Insz person, String key) {

    /** Holds a person's number: it does not show itself. */
    @Override
    public String toString() {
        return "Subject";
    }
}
