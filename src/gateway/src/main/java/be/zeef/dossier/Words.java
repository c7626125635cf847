package be.zeef.dossier;

import be.zeef.subject.Today;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The words of a dossier in one language; times are Belgian. */
final class Words {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Today.ZONE);

    private final ResourceBundle bundle;

    /** @param locale Dutch, English or French */
    Words(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "be.zeef.dossier.dossier",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language that these words are of, as HTML names it. */
    String language() {
        return of("language");
    }

    /** @throws java.util.MissingResourceException when no sentence has this name */
    String of(String name, Object... places) {
        return new MessageFormat(bundle.getString(name), Locale.ROOT).format(places);
    }

    String of(Kind kind) {
        return of("kind." + kind.name());
    }

    String of(Detail detail) {
        return of("detail." + detail.name());
    }

    /** What a detail says: a code that has a word becomes that word, and all else stays as it is. */
    String value(Kind kind, Detail detail, String text) {
        return known("value." + kind.name() + "." + detail.name() + "." + text)
                .or(() -> known("value." + detail.name() + "." + text))
                .orElse(text);
    }

    private Optional<String> known(String name) {
        return bundle.containsKey(name) ? Optional.of(of(name)) : Optional.empty();
    }

    String moment(Optional<Instant> at) {
        return at.map(MOMENT::format).orElseGet(() -> of("unknown-time"));
    }
}
