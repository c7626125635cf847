package be.zeef.report;

import be.zeef.subject.Today;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words and numbers of a report in one language; times are Belgian. */
final class Words {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Today.ZONE);

    /** French groups digits by a narrow space that not every font has. */
    private static final char NARROW_SPACE = '\u202f';

    private static final char NO_BREAK_SPACE = '\u00a0';

    private static final int MONTHS_OF_QUARTER = 3;

    private final ResourceBundle bundle;
    private final NumberFormat numbers;

    /** @param locale Dutch, English or French */
    Words(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "be.zeef.report.report",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.numbers = NumberFormat.getIntegerInstance(locale);
    }

    /** @throws java.util.MissingResourceException when no sentence has this name */
    String of(String name, Object... places) {
        return new MessageFormat(bundle.getString(name), Locale.ROOT).format(places);
    }

    private Optional<String> known(String name, Object... places) {
        return bundle.containsKey(name) ? Optional.of(of(name, places)) : Optional.empty();
    }

    /** What a figure counts. What has no word, such as what retention calls its things, stays as it is. */
    String of(Figure figure) {
        if (figure.group() == Group.UNDETERMINED) {
            return known("cause." + figure.key()).orElse(figure.key());
        }
        String group = "figure." + figure.group() + ".";
        return known(group + figure.key().replace(':', '.'))
                .or(() -> known(group + figure.name(), figure.of()))
                .orElse(figure.key());
    }

    String of(Group group) {
        return of("group." + group);
    }

    /** A period as people name it; of a part of one its months. */
    String of(Period period) {
        int year = period.first().getYear();
        if (!period.per().isWhole(period.first(), period.last())) {
            return period.first().equals(period.last())
                    ? period.first().toString()
                    : period.first() + " – " + period.last();
        }
        return switch (period.per()) {
            case MONTH -> period.first().toString();
            case QUARTER ->
                of("quarter", Integer.toString(year), (period.first().getMonthValue() - 1) / MONTHS_OF_QUARTER + 1);
            case YEAR -> Integer.toString(year);
            case SCHOOL_YEAR -> year + "–" + (year + 1);
        };
    }

    String of(Steps steps) {
        if (steps.isFew()) {
            return "<" + NO_BREAK_SPACE + Steps.STEP;
        }
        return steps.from() == steps.to() ? number(steps.to()) : number(steps.from()) + "–" + number(steps.to());
    }

    String number(long number) {
        return numbers.format(number).replace(NARROW_SPACE, NO_BREAK_SPACE);
    }

    String moment(Instant at) {
        return MOMENT.format(at);
    }
}
