package be.zeef.protocol;

import be.zeef.agreement.LawChecks;
import java.text.MessageFormat;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentences of a protocol in one language. */
final class Wording {

    private final ResourceBundle bundle;

    Wording(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "be.zeef.protocol.protocol",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** @throws MissingResourceException when no sentence has this name */
    String of(String name, Object... places) {
        return new MessageFormat(bundle.getString(name), Locale.ROOT).format(places);
    }

    /** One of a closed list, such as a period. */
    String of(Enum<?> value, String list) {
        return of(list + "." + value.name());
    }

    /** A length of time as an agreement has it, such as {@code P2Y}: one number of years, months or days. */
    String time(String period) {
        Period time = Period.parse(period);
        if (time.getYears() > 0) {
            return of("time.years", time.getYears());
        }
        return time.getMonths() > 0 ? of("time.months", time.getMonths()) : of("time.days", time.getDays());
    }

    /** What stands there, or that nobody knows it yet. */
    String known(String text) {
        return LawChecks.isOpen(text) ? of("open") : text;
    }

    /** A, B and C. */
    String all(List<String> items) {
        return listed(items, "and");
    }

    /** A, B or C. */
    String one(List<String> items) {
        return listed(items, "or");
    }

    private String listed(List<String> items, String last) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return of(last, String.join(", ", items.subList(0, items.size() - 1)), items.get(items.size() - 1));
    }
}
