package be.zeef.subject;

import java.util.List;

/**
 * One person of a population that is asked about one by one.
 *
 * @param keys the recipient's own keys of the person, such as a pupil number, as {@link RecipientKey#written}: one, for a child in
 *     two households one each, and one of each number space in which the recipient knows the person; a single empty one where it has none
 * @param households with whom the person lives, each the person whose household it is; the person's own number for the household in
 *     which the person is registered
 */
public record Subject(Insz person, List<String> keys, List<Insz> households) {

    public Subject {
        keys = List.copyOf(keys);
        households = List.copyOf(households);
        if (keys.isEmpty() || households.isEmpty()) {
            throw new IllegalArgumentException(
                    "who has no key of the recipient's has an empty one, and everyone has a household");
        }
    }

    /** Somebody who lives where registered. */
    public Subject(Insz person, String key) {
        this(person, List.of(key), List.of(person));
    }

    /** Holds a person's number: it does not show itself. */
    @Override
    public String toString() {
        return "Subject";
    }
}
