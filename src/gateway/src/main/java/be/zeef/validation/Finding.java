package be.zeef.validation;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One thing that is to be said about a message. Its text (what is wrong, why, what to do) lies in the bundle of its
 * family: {@code population.duplicate} is the entry {@code duplicate} of {@code findings/population*.properties}.
 *
 * @param code stable: family, dot, kebab-case name
 * @param arguments fill the text's places; names of fields, counts and codes, never a value of the message
 */
public record Finding(Severity severity, String code, Location location, List<String> arguments) {

    private static final String BUNDLES = "be.zeef.validation.findings.";

    public Finding {
        arguments = arguments.stream().map(PlainText::of).toList();
    }

    public static Finding fatal(String code, Location location, String... arguments) {
        return new Finding(Severity.FATAL, code, location, List.of(arguments));
    }

    public static Finding error(String code, Location location, String... arguments) {
        return new Finding(Severity.ERROR, code, location, List.of(arguments));
    }

    public static Finding warning(String code, Location location, String... arguments) {
        return new Finding(Severity.WARNING, code, location, List.of(arguments));
    }

    public static Finding information(String code, Location location, String... arguments) {
        return new Finding(Severity.INFORMATION, code, location, List.of(arguments));
    }

    /** What to tell a reader of this language. */
    public String text(Locale locale) {
        int dot = code.indexOf('.');
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLES + code.substring(0, dot),
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String pattern = bundle.getString(code.substring(dot + 1));
        return CountChoice.within(new MessageFormat(pattern, Locale.ROOT)).format(arguments.toArray());
    }
}
