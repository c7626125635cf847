package be.zeef.sandbox.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** What the far ends know about each person of the city: ten bytes each, found by INSZ. */
public final class CityIndex {

    private static final LocalDate DAY_0 = LocalDate.of(2020, 1, 1);
    private static final int DAY_BITS = 12;
    private static final int DAYS = (1 << DAY_BITS) - 1;

    /** Behind an INSZ: whether it is left out of answers, and the first and the last day of the status (0: none, all bits: no last). */
    private static final int BITS = 2 * DAY_BITS + 1;

    private static final long MISSING = 1L << (2 * DAY_BITS);

    /** In ascending order. */
    private final long[] people;

    private final short[] postcode;

    private CityIndex(long[] people, short[] postcode) {
        this.people = people;
        this.postcode = postcode;
    }

    /** Reads the folders of these cities, which share nobody: the truth, and from the population where people live. */
    public static CityIndex read(Path... cities) throws IOException {
        long[] packed = new long[1024];
        int count = 0;
        for (Path city : cities) {
            try (BufferedReader in = Files.newBufferedReader(city.resolve("truth.csv"))) {
                in.readLine();
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] fields = line.split(";", -1);
                    if (!fields[0].isEmpty()) {
                        packed = count == packed.length ? Arrays.copyOf(packed, count * 2) : packed;
                        packed[count++] = Long.parseLong(fields[0]) << BITS | known(fields);
                    }
                }
            }
        }
        long[] people = Arrays.copyOf(packed, count);
        Arrays.parallelSort(people);
        CityIndex index = new CityIndex(people, new short[count]);
        for (Path city : cities) {
            index.postcodes(city.resolve("population.csv"));
        }
        return index;
    }

    private static long known(String[] fields) {
        long status = Span.of(fields[2], fields[3])
                .map(span -> days(span.begin()) << DAY_BITS
                        | span.end().map(CityIndex::days).orElse((long) DAYS))
                .orElse(0L);
        return status | ("ONTBREEKT".equals(fields[7]) ? MISSING : 0);
    }

    private static long days(LocalDate day) {
        long days = ChronoUnit.DAYS.between(DAY_0, day);
        if (days < 1 || days >= DAYS) {
            throw new IllegalArgumentException("the city's truth lies between 2020 and 2031");
        }
        return days;
    }

    /** Of a line that is wrong in the extract the far ends know what is right in another one. */
    private void postcodes(Path population) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(population)) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split(";", -1);
                int place = fields[0].matches("\\d{11}") ? place(Long.parseLong(fields[0])) : -1;
                if (place >= 0 && postcode[place] == 0) {
                    postcode[place] = Short.parseShort(fields[3]);
                }
            }
        }
    }

    /** Where a person stands; below 0 for someone unknown. */
    private int place(long person) {
        int found = Arrays.binarySearch(people, person << BITS);
        int place = found >= 0 ? found : -found - 1;
        return place < people.length && people[place] >> BITS == person ? place : -1;
    }

    /** Where this person lives; empty for someone unknown. */
    String postcode(long person) {
        int place = place(person);
        return place < 0 ? "" : Short.toString(postcode[place]);
    }

    public boolean known(long person) {
        return place(person) >= 0;
    }

    /** Whether the buffer leaves this person out of its answers. */
    public boolean leftOut(long person) {
        int place = place(person);
        return place < 0 || (people[place] & MISSING) != 0;
    }

    /** From when until when the person has the status; empty for one who never had it. */
    Optional<Span> status(long person) {
        int place = place(person);
        long begin = place < 0 ? 0 : people[place] >> DAY_BITS & DAYS;
        long end = place < 0 ? 0 : people[place] & DAYS;
        return begin == 0
                ? Optional.empty()
                : Optional.of(new Span(
                        DAY_0.plusDays(begin), end == DAYS ? Optional.empty() : Optional.of(DAY_0.plusDays(end))));
    }
}
