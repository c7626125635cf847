package be.zeef.cli.report;

import be.zeef.report.Per;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long a period is, as people write it: {@code school-year}. */
final class Periods implements ITypeConverter<Per>, Iterable<String> {

    @Override
    public Per convert(String typed) {
        return Arrays.stream(Per.values())
                .filter(per -> word(per).equals(typed.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("not a period"));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Per.values()).map(Periods::word).iterator();
    }

    private static String word(Per per) {
        return per.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
