package be.zeef.sandbox.city;

import be.zeef.security.PrivateFiles;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What MAGDA's sources know of each person of a city beyond the buffer: where they live, with whom, statuses, living wage
 * and income. Made once from the city's own files, with the city's seed, and kept beside them as {@code people.csv}:
 * {@code insz;referentiepersoon;positie;geboren;gemeente;statuut;leefloonBegin;leefloonEinde;artikelnummer;inkomen;kolommen}. The
 * composite status stands in one column, {@code from/until}, with nothing behind the stroke while it runs; a living wage in two. Both
 * days count.
 */
public final class People {

    private static final String HEADER = "insz;referentiepersoon;positie;geboren;gemeente;statuut;leefloonBegin;"
            + "leefloonEinde;artikelnummer;inkomen;kolommen";

    /** In the place of a municipality. */
    public static final String DIED = "overleden";

    /** In the place of a municipality. */
    public static final String ABROAD = "buitenland";

    /** In the place of a status. */
    public static final String FAULTY = "?";

    private final Map<Long, Person> byNumber = new HashMap<>();
    private final Map<Long, List<Person>> byHead = new HashMap<>();

    private People() {}

    /**
     * One person.
     *
     * @param municipality NIS code of the main residence, or what stands in its place: {@link #DIED}, {@link #ABROAD}, or the
     *     register's code for who was struck off or moved away
     * @param status from when until when the composite status for social tariffs applies; empty when it never did, {@code from/until}
     *     else; {@link #FAULTY} when the source says yes and that the data of the household are faulty, so that nobody knows
     * @param livingWageBegin empty when there never was one
     * @param bill article number of the tax assessment; empty when there is none
     * @param income jointly taxable, of both who share the bill, in eurocents
     * @param columns of the bill that this person's answer shows: AB, or only the own one
     */
    public record Person(
            String insz,
            String head,
            String position,
            LocalDate born,
            String municipality,
            String status,
            String livingWageBegin,
            String livingWageEnd,
            String bill,
            long income,
            String columns) {

        private static Person of(String line) {
            String[] fields = line.split(";", -1);
            return new Person(
                    fields[0],
                    fields[1],
                    fields[2],
                    LocalDate.parse(fields[3]),
                    fields[4],
                    fields[5],
                    fields[6],
                    fields[7],
                    fields[8],
                    fields[9].isEmpty() ? 0 : Long.parseLong(fields[9]),
                    fields[10]);
        }

        private String line() {
            return String.join(
                    ";",
                    insz,
                    head,
                    position,
                    born.toString(),
                    municipality,
                    status,
                    livingWageBegin,
                    livingWageEnd,
                    bill,
                    bill.isEmpty() ? "" : Long.toString(income),
                    columns);
        }

        public boolean died() {
            return municipality.equals(DIED);
        }

        /** What stands in one column of the bill, in eurocents: A has three fifths, B the rest. */
        public long amount(char column) {
            long first = income * 3 / 5;
            return column == 'A' ? first : income - first;
        }

        /** Whether a living wage was paid on this day. */
        public boolean livingWage(LocalDate day) {
            return Span.of(livingWageBegin, livingWageEnd)
                    .filter(span -> span.covers(day))
                    .isPresent();
        }

        /** Whether a living wage was paid in this year. */
        public boolean livingWage(int year) {
            return Span.of(livingWageBegin, livingWageEnd)
                    .filter(span -> span.touches(year))
                    .isPresent();
        }

        /** Whether the composite status for social tariffs applies on this day. */
        public boolean status(LocalDate day) {
            return !isFaulty()
                    && Span.of(status).filter(span -> span.covers(day)).isPresent();
        }

        /** Whether the source says that it applies, and that the household it rests on is faulty. */
        public boolean isFaulty() {
            return status.equals(FAULTY);
        }

        @Override
        public String toString() {
            return "Person";
        }
    }

    /** Reads the people of this city, and makes them first when they are not there or older than the city. */
    public static People of(Path city, long seed) {
        Path file = city.resolve("people.csv");
        try {
            Path truth = city.resolve("truth.csv");
            if (!Files.exists(file)
                    || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(truth)) < 0) {
                make(city, file, new Random(seed));
            }
            People people = new People();
            try (BufferedReader in = Files.newBufferedReader(file)) {
                in.readLine();
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    people.add(Person.of(line));
                }
            }
            return people;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Person person) {
        byNumber.put(Long.parseLong(person.insz()), person);
        byHead.computeIfAbsent(Long.parseLong(person.head()), none -> new ArrayList<>(2))
                .add(person);
    }

    public Optional<Person> person(long insz) {
        return Optional.ofNullable(byNumber.get(insz));
    }

    /** Everyone, in no order. */
    public Collection<Person> everyone() {
        return List.copyOf(byNumber.values());
    }

    /** Everyone of this person's household, the head first. */
    public List<Person> household(Person one) {
        return byHead.getOrDefault(Long.parseLong(one.head()), List.of());
    }

    private static void make(Path city, Path file, Random random) throws IOException {
        Path part = file.resolveSibling("people.csv.part");
        try (BufferedReader truth = Files.newBufferedReader(city.resolve("truth.csv"));
                BufferedWriter out = PrivateFiles.writer(part)) {
            out.write(HEADER + "\n");
            PeopleOfHouseholds household = new PeopleOfHouseholds(random);
            truth.readLine();
            for (String line = truth.readLine(); line != null; line = truth.readLine()) {
                String[] fields = line.split(";", -1);
                if (!fields[0].isEmpty()) {
                    out.write(household
                                    .member(
                                            fields[0],
                                            fields[1],
                                            fields[2].isEmpty() ? "" : fields[2] + "/" + fields[3],
                                            fields[7].equals("OVERLEDEN"))
                                    .line()
                            + "\n");
                }
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
