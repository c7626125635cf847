package be.zeef.validation;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Lets a place such as <code>{0,choice,1#line|1&lt;lines}</code> take its word by a count, which a finding carries as text. */
final class CountChoice extends Format {

    private static final long serialVersionUID = 1L;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final ChoiceFormat words;

    private CountChoice(ChoiceFormat words) {
        this.words = words;
    }

    /** Gives every choice in a pattern its count. */
    static MessageFormat within(MessageFormat pattern) {
        pattern.setFormats(Arrays.stream(pattern.getFormats())
                .map(each -> each instanceof ChoiceFormat words ? new CountChoice(words) : each)
                .toArray(Format[]::new));
        return pattern;
    }

    @Override
    public StringBuffer format(Object count, StringBuffer text, FieldPosition place) {
        return words.format(number((String) count), text, place);
    }

    /** What is no number is told as many: a finding is always told. */
    private static long number(String count) {
        return NUMBER.matcher(count).matches() ? Long.parseLong(count) : 2;
    }

    /** Texts are only written. */
    @Override
    public Object parseObject(String text, ParsePosition place) {
        throw new UnsupportedOperationException();
    }
}
