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
 * {@code insz;referentiepersoon;positie;geboren;gemeente;statuut;leefloonBegin;leefloonEinde;artikelnummer;inkomen}. The composite
 * status stands in one column, {@code from/until}, with nothing behind the stroke while it runs; a living wage in two. Both days count.
 */
public final class People {

    private static final String HEADER = "insz;referentiepersoon;positie;geboren;gemeente;statuut;leefloonBegin;"
            + "leefloonEinde;artikelnummer;inkomen";

    private final Map<Long, Person> byNumber = new HashMap<>();
    private final Map<Long, List<Person>> byHead = new HashMap<>();

    private People() {}

    /**
     * One person.
     *
     * @param municipality NIS code of the main residence
     * @param status from when until when the composite status for social tariffs applies; empty when it never did, {@code from/until} else
     * @param livingWageBegin empty when there never was one
     * @param bill article number of the tax assessment; empty when there is none
     * @param income jointly taxable, of both who share the bill, in eurocents
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
            long income) {

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
                    fields[9].isEmpty() ? 0 : Long.parseLong(fields[9]));
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
                    bill.isEmpty() ? "" : Long.toString(income));
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
            return Span.of(status).filter(span -> span.covers(day)).isPresent();
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
                                    .member(
                                            fields[0],
                                            fields[1],
                                            fields[2].isEmpty() ? "" : fields[2] + "/" + fields[3])
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

        /** @param right to the composite status, from when until when; empty for who never has it */
        Person member(String insz, String itsHead, String right) {
            boolean status = !right.isEmpty();
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
                    position(place, insz),
                    born,
                    municipality,
                    right,
                    wage ? wageBegin(insz) : "",
                    wage && wageEnded ? "2026-06-30" : "",
                    none ? "" : own,
                    shared ? income : random.nextInt(20_000) * 100L);
        }

        /** Partners of both kinds; most who live with them are their children, a few a stepchild, a grandchild or not related. */
        private static String position(int place, String insz) {
            if (place < 2) {
                return place == 0 ? "01" : Long.parseLong(insz) % 3 == 0 ? "22" : "02";
            }
            return switch ((int) (Long.parseLong(insz) % 29)) {
                case 0, 1, 2 -> "13";
                case 3 -> "05";
                case 4 -> "12";
                default -> "03";
            };
        }

        /** Of most since the beginning of the year, of some since the year before or since the spring. */
        private static String wageBegin(String insz) {
            return switch ((int) (Long.parseLong(insz) % 7)) {
                case 0, 1 -> "2026-04-15";
                case 2 -> "2025-10-06";
                default -> "2026-01-01";
            };
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
