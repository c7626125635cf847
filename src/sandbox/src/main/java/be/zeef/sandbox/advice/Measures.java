package be.zeef.sandbox.advice;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the city's welfare database knows, from the truth about the city. */
final class Measures {

    private static final Set<String> COUNTED = Set.of("CSR", "BB", "BG", "LL");

    private final Map<Long, Period> periods = new HashMap<>();

    private Measures() {}

    /** @param end empty when it has not ended */
    private record Period(LocalDate begin, String end) {}

    static Measures read(Path truth) throws IOException {
        Measures measures = new Measures();
        try (BufferedReader in = Files.newBufferedReader(truth)) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split(";", -1);
                if (!fields[0].isEmpty() && COUNTED.contains(fields[4])) {
                    measures.periods.put(Long.parseLong(fields[0]), new Period(LocalDate.parse(fields[5]), fields[6]));
                }
            }
        }
        return measures;
    }

    /** Whether there is one on this day. */
    boolean on(LocalDate day, String insz) {
        Period period = periods.get(Long.parseLong(insz));
        return period != null
                && !period.begin().isAfter(day)
                && (period.end().isEmpty() || !LocalDate.parse(period.end()).isBefore(day));
    }
}
