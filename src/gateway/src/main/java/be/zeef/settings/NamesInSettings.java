package be.zeef.settings;

import be.zeef.subject.HiddenNumber;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whoever is named in the settings stands by that name in the ledger: who calls, who releases payments and who stops agreements. So no
 * name is empty, and none may be somebody's number ({@link HiddenNumber}). No fault repeats a name.
 */
final class NamesInSettings {

    private static final Pattern PERSON = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");
    private static final Pattern CALLER = Pattern.compile("(?=.*\\S)[^/]{1,64}");

    private NamesInSettings() {}

    /** What is wrong with a name, and what to do. */
    static Optional<String> fault(Settings settings) {
        return fault(
                        "The setting counter.callers",
                        CALLER,
                        "1 to 64 signs, none of them a slash. Name the application",
                        settings.counter().callers().stream()
                                .map(CounterSettings.Caller::name)
                                .toList())
                .or(() -> person(
                        "The setting payment.releasers",
                        settings.payment().releasers().stream()
                                .map(PaymentSettings.Releaser::person)
                                .toList()))
                .or(() -> person(
                        "The setting trust.officers",
                        settings.trust().officers().keySet()));
    }

    private static Optional<String> person(String key, Collection<String> names) {
        return fault(key, PERSON, "1 to 40 lower-case letters, digits, points and dashes, such as an.peeters", names);
    }

    private static Optional<String> fault(String key, Pattern form, String takes, Collection<String> names) {
        return names.stream().anyMatch(name -> !form.matcher(name).matches() || HiddenNumber.in(name))
                ? Optional.of(key
                        + " has a name that cannot stand in the ledger (not repeated: it may be a person's number). A name has "
                        + takes + ", and at most ten digits.")
                : Optional.empty();
    }
}
