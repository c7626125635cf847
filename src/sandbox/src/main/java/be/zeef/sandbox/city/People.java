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
 * {@code insz;referentiepersoon;positie;geboren;gemeente;statuut;leefloonBegin;leefloonEinde;artikelnummer;inkomen;kolommen}.
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
     * @param status whether the composite status for social tariffs applies; {@link #FAULTY} when the source says yes and that
     *     the data of the household are faulty, so that nobody knows
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
            return !livingWageBegin.isEmpty()
                    && !LocalDate.parse(livingWageBegin).isAfter(day)
                    && (livingWageEnd.isEmpty()
                            || !LocalDate.parse(livingWageEnd).isBefore(day));
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
            Household household = new Household(random);
            truth.readLine();
            for (String line = truth.readLine(); line != null; line = truth.readLine()) {
                String[] fields = line.split(";", -1);
                if (!fields[0].isEmpty()) {
                    out.write(household
                                    .member(fields[0], fields[1], fields[2].equals("1"), fields[7].equals("OVERLEDEN"))
                                    .line()
                            + "\n");
                }
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the members of one household after the other, as they come. */
    private static final class Household {
        private final Random random;
        private String head = "";
        private String municipality = "";
        private int members;
        private String bill = "";
        private long income;
        private int bills;

        Household(Random random) {
            this.random = random;
        }

        Person member(String insz, String itsHead, boolean status, boolean died) {
            if (!itsHead.equals(head)) {
                begin(itsHead, status);
            }
            int place = members++;
            LocalDate born = TestNumbers.born(insz);
            boolean adult = born.getYear() <= 2008;
            boolean wage = adult && status && random.nextInt(4) == 0;
            boolean wageEnded = random.nextInt(3) == 0;
            // the first two share a bill; other adults have one of their own
            boolean shared = place < 2;
            boolean none = !adult || random.nextInt(100) < 3;
            String own = shared ? bill : Integer.toString(800_000_000 + bills++);
            return new Person(
                    insz,
                    itsHead,
                    place == 0 ? "01" : place == 1 ? "02" : "03",
                    born,
                    died ? DIED : residence(insz),
                    !status ? "0" : one(insz, 29) ? FAULTY : "1",
                    wage ? "2026-01-01" : "",
                    wage && wageEnded ? "2026-06-30" : "",
                    none ? "" : own,
                    shared ? income : random.nextInt(20_000) * 100L,
                    none ? "" : !shared || bills % 4 != 0 ? "AB" : place == 0 ? "A" : "B");
        }

        /** One of so many, always the same ones. */
        private static boolean one(String insz, int of) {
            return Long.parseLong(insz) / 100 % of == 1;
        }

        private String residence(String insz) {
            return one(insz, 83) ? "99997" : one(insz, 89) ? "992" : one(insz, 97) ? ABROAD : municipality;
        }

        private void begin(String itsHead, boolean poor) {
            head = itsHead;
            members = 0;
            municipality = random.nextInt(100) < 3 ? "44040" : "44021";
            bill = Integer.toString(700_000_000 + bills++);
            income = (poor ? 900_000 : 1_800_000) + random.nextInt(poor ? 1_500_000 : 6_000_000);
        }
    }
}
