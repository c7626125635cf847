package be.zeef.difference;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.DateTimeException;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;

/** A piece of a sentence, in the reader's language. */
@FunctionalInterface
public interface Words {

    /** What to tell a reader of this language. */
    String in(Locale locale);

    /** The same in every language: what an agreement says itself. */
    static Words said(String text) {
        String plain = text.strip().replaceAll("\\s+", " ");
        return locale -> plain;
    }

    /** A text of the family {@code difference}, its places filled. */
    record Sentence(String code, List<Words> places) implements Words {

        public Sentence {
            places = List.copyOf(places);
        }

        static Sentence of(String code, Words... places) {
            return new Sentence(code, List.of(places));
        }

        @Override
        public String in(Locale locale) {
            String[] filled = places.stream().map(each -> each.in(locale)).toArray(String[]::new);
            return Finding.information(code, Location.WHOLE, filled).text(locale);
        }
    }

    /** The same, or other words where there is no such text. */
    static Words orElse(Sentence wanted, Words otherwise) {
        return locale -> {
            try {
                return wanted.in(locale);
            } catch (MissingResourceException e) {
                return otherwise.in(locale);
            }
        };
    }

    /** A length of time, such as {@code P24M}; what is none is told as it stands. */
    static Words time(String iso) {
        try {
            Period time = Period.parse(iso);
            if (time.getYears() > 0) {
                return Sentence.of("difference.years", said(Integer.toString(time.getYears())));
            }
            return time.getMonths() > 0
                    ? Sentence.of("difference.months", said(Integer.toString(time.getMonths())))
                    : Sentence.of("difference.days", said(Integer.toString(time.getDays())));
        } catch (DateTimeException e) {
            return said(iso);
        }
    }
}
