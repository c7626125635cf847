package be.zeef.sandbox.city;

import be.zeef.security.PrivateFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;

/**
 * Makes a city as two files: the population extract that a register would give, and the truth about it:
 * {@code insz;referentiepersoon;vtVan;vtTot;maatregel;begin;einde;antwoord}, and in a city whose register says how households are given their
 * bags {@code ;wijze;zone}, as it is to reach IVAGO. It says of each right (the increased reimbursement, the
 * measure of the OCMW) from when until when it runs, both days included and without a last one while it runs on, so that what is so
 * can be worked out for any day. A truth row without INSZ is a member whose line in the extract cannot be read. A row of
 * {@code OVERLEDEN} is of somebody who has died, as the extract says: they get nothing and count in no household, whatever the
 * sources, which lag behind, still say of them in its other fields. Writes as it goes; memory does not grow with the city.
 */
public final class CityMaker {

    private static final double[] SIZES = {0.40, 0.70, 0.82, 0.93, 0.98, 0.995, 1.0};
    private static final String[] MEASURES = {"CSR", "BB", "BG", "LL"};
    /** Changes with what is made of equal options, so that a city of an earlier release is made again. */
    private static final String FORM = "rights from until, deaths, wages, ways and zones; ";

    private static final int YEAR = 2026;
    private static final String BAD_BORN = "1996-01-01";
    /** What the sources still say of who has died. */
    private static final String STALE = ";" + YEAR + "-01-01;;CSR;" + (YEAR - 2) + "-01-01;;OVERLEDEN";

    /** Days that every quarter has behind its first. */
    private static final int QUARTER = 89;

    private final CityOptions options;
    private final Random random;
    private final Random deaths;
    private final WaysAndZones ways;
    private final TestNumbers numbers;

    private CityMaker(CityOptions options) {
        this.options = options;
        this.random = new Random(options.seed());
        this.deaths = new Random(options.seed() + 1);
        this.ways = new WaysAndZones(options.bags(), options.seed() + 2);
        this.numbers = new TestNumbers(options.firstSerial(), options.lastSerial());
    }

    /** Makes the city in this folder, unless one of these options lies there. */
    public static void make(Path folder, CityOptions options) throws IOException {
        Path stamp = folder.resolve("options.txt");
        String form = FORM + options;
        if (Files.exists(stamp) && Files.readString(stamp).equals(form)) {
            return;
        }
        PrivateFiles.folder(folder);
        Path population = folder.resolve("population.csv.part");
        Path truth = folder.resolve("truth.csv.part");
        try (BufferedWriter people = PrivateFiles.writer(population);
                BufferedWriter facts = PrivateFiles.writer(truth)) {
            new CityMaker(options).write(people, facts);
        }
        Files.move(population, folder.resolve("population.csv"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(truth, folder.resolve("truth.csv"), StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.writeString(stamp, form);
    }

    private void write(Writer people, Writer facts) throws IOException {
        people.write("insz;referentiepersoon;positie;postcode;geboortedatum;overlijdensdatum" + ways.header() + "\n");
        facts.write("insz;referentiepersoon;vtVan;vtTot;maatregel;begin;einde;antwoord" + ways.truthHeader() + "\n");
        for (int i = 0; i < options.households(); i++) {
            household(people, facts);
        }
    }

    private void household(Writer people, Writer facts) throws IOException {
        int size = size();
        boolean poor = random.nextInt(100) < 14;
        String postcode =
                options.postcodes().get(random.nextInt(options.postcodes().size()));
        int headAge = 20 + random.nextInt(70);
        String head = numbers.next(YEAR - headAge);
        ways.next(postcode);
        for (int member = 0; member < size; member++) {
            int age = member == 0
                    ? headAge
                    : member == 1 ? Math.max(18, headAge - 5 + random.nextInt(10)) : random.nextInt(25);
            String insz = member == 0 ? head : numbers.next(YEAR - age);
            String position = member == 0 ? "01" : member == 1 ? "02" : "03";
            String died = died(member, size);
            line(people, insz, head, position, postcode, TestNumbers.written(insz), died);
            String known = truth(insz, head, poor && (member < 2 || random.nextInt(3) == 0));
            facts.write((died.isEmpty() ? known : insz + ";" + head + STALE) + ways.truth() + "\n");
        }
        if (random.nextInt(1000) < options.badLines()) {
            badLine(people, facts, head, postcode);
        }
    }

    private int size() {
        double draw = random.nextDouble();
        int size = 1;
        while (draw > SIZES[size - 1]) {
            size++;
        }
        return size;
    }

    /** Of a hundred who are no reference person, or live alone, three died the year before; empty for the others. */
    private String died(int member, int size) {
        boolean may = member > 0 || size == 1;
        return may && deaths.nextInt(100) < 3
                ? LocalDate.of(YEAR - 1, 1, 1).plusDays(deaths.nextInt(365)).toString()
                : "";
    }

    private void line(
            Writer people, String insz, String head, String position, String postcode, String born, String died)
            throws IOException {
        people.write(String.join(";", insz, head, position, postcode, born, died) + ways.columns() + "\n");
    }

    private String truth(String insz, String head, boolean poor) {
        boolean status = poor && random.nextInt(10) < 8;
        int refresh = random.nextInt(20);
        String right = status ? rightOf(insz, refresh) : ";";
        boolean measure = random.nextInt(100) < (poor ? 6 : 1);
        String code = measure ? MEASURES[random.nextInt(MEASURES.length)] : "";
        LocalDate begin = LocalDate.of(YEAR - 2, 1, 1).plusDays(random.nextInt(900));
        String end = measure && random.nextInt(3) == 0
                ? begin.plusDays(30 + random.nextInt(500)).toString()
                : "";
        String answer = random.nextInt(1000) < 3 ? "ONTBREEKT" : "NORMAAL";
        return insz + ";" + head + ";" + right + ";" + code + ";" + (measure ? begin : "") + ";" + end + ";" + answer;
    }

    /** Nobody has a right before being born. */
    private static String rightOf(String insz, int kind) {
        LocalDate born = TestNumbers.born(insz);
        Span span = right(kind, (int) (Long.parseLong(insz) % QUARTER));
        LocalDate begin = span.begin().isBefore(born) ? born : span.begin();
        String end = span.end().map(LocalDate::toString).orElse("");
        boolean never = span.end().filter(begin::isAfter).isPresent();
        return never ? ";" : begin + ";" + end;
    }

    /**
     * From when until when the status runs: of most since before the year, of some from a day in one of its first three quarters, so
     * that each moment finds somebody whom the one before did not; and some of the older ones end in the year, or ended before it.
     *
     * @param kind 0–19
     * @param days 0–88, by which it begins before the first day of the quarter after
     */
    private static Span right(int kind, int days) {
        LocalDate old = LocalDate.of(YEAR, 1, 1).minusDays(8L * days);
        return switch (kind) {
            case 0 -> new Span(LocalDate.of(YEAR, 7, 1).minusDays(days), Optional.empty());
            case 1, 2 -> new Span(LocalDate.of(YEAR, 4, 1).minusDays(days), Optional.empty());
            case 3 -> new Span(LocalDate.of(YEAR, 10, 1).minusDays(days), Optional.empty());
            case 4 -> new Span(old, Optional.of(LocalDate.of(YEAR, 3, 31)));
            case 5 -> new Span(old, Optional.of(LocalDate.of(YEAR, 9, 30)));
            case 6 -> new Span(old.minusYears(1), Optional.of(LocalDate.of(YEAR - 1, 12, 31)));
            default -> new Span(old, Optional.empty());
        };
    }

    /** One of the four things that go wrong in extracts. */
    private void badLine(Writer people, Writer facts, String head, String postcode) throws IOException {
        String insz = numbers.next(YEAR - 30);
        switch (random.nextInt(4)) {
            case 0 -> {
                int check = (Integer.parseInt(insz.substring(9)) + 1) % 97;
                String wrong = insz.substring(0, 9) + (check < 10 ? "0" : "") + check;
                line(people, wrong, head, "12", postcode, BAD_BORN, "");
                facts.write(";" + head + ";;;;;;" + ways.truth() + "\n");
            }
            case 1 -> {
                people.write("ABC;" + head + ";12;" + postcode + ";" + BAD_BORN + ";" + ways.columns() + "\n");
                facts.write(";" + head + ";;;;;;" + ways.truth() + "\n");
            }
            case 2 -> line(people, insz, numbers.next(YEAR - 60), "12", postcode, BAD_BORN, "");
            default -> line(people, head, head, "01", postcode, "1986-01-01", "");
        }
    }
}
