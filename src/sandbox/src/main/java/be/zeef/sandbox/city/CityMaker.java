package be.zeef.sandbox.city;

import be.zeef.security.PrivateFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Random;

/**
 * Makes a city as two files: the population extract that a register would give, and the truth about it:
 * {@code insz;referentiepersoon;vt;bekendVanaf;maatregel;begin;einde;antwoord}. A truth row without INSZ is a member
 * whose line in the extract cannot be read. A row of {@code OVERLEDEN} is of somebody who has died, as the extract says: they get
 * nothing and count in no household, whatever the sources, which lag behind, still say of them in its other fields. Writes as it goes; memory does not grow with the city.
 */
public final class CityMaker {

    private static final double[] SIZES = {0.40, 0.70, 0.82, 0.93, 0.98, 0.995, 1.0};
    private static final String[] MEASURES = {"CSR", "BB", "BG", "LL"};
    private static final int YEAR = 2026;
    private static final String BAD_BORN = "1996-01-01";
    /** Changes with what is made of equal options, so that a city of an earlier release is made again. */
    private static final String FORM = " form 2";
    /** What the sources still say of who has died. */
    private static final String STALE = ";1;" + YEAR + "-01-01;CSR;" + (YEAR - 2) + "-01-01;;OVERLEDEN\n";

    private final CityOptions options;
    private final Random random;
    private final Random deaths;
    private final TestNumbers numbers;

    private CityMaker(CityOptions options) {
        this.options = options;
        this.random = new Random(options.seed());
        this.deaths = new Random(options.seed() + 1);
        this.numbers = new TestNumbers(options.firstSerial(), options.lastSerial());
    }

    /** Makes the city in this folder, unless one of these options lies there. */
    public static void make(Path folder, CityOptions options) throws IOException {
        Path stamp = folder.resolve("options.txt");
        String form = options + FORM;
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
        people.write("insz;referentiepersoon;positie;postcode;geboortedatum;overlijdensdatum\n");
        facts.write("insz;referentiepersoon;vt;bekendVanaf;maatregel;begin;einde;antwoord\n");
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
        for (int member = 0; member < size; member++) {
            int age = member == 0
                    ? headAge
                    : member == 1 ? Math.max(18, headAge - 5 + random.nextInt(10)) : random.nextInt(25);
            String insz = member == 0 ? head : numbers.next(YEAR - age);
            String position = member == 0 ? "01" : member == 1 ? "02" : "03";
            String died = died(member, size);
            line(people, insz, head, position, postcode, TestNumbers.written(insz), died);
            String known = truth(insz, head, poor && (member < 2 || random.nextInt(3) == 0));
            facts.write(died.isEmpty() ? known : insz + ";" + head + STALE);
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

    private static void line(
            Writer people, String insz, String head, String position, String postcode, String born, String died)
            throws IOException {
        people.write(String.join(";", insz, head, position, postcode, born, died) + "\n");
    }

    private String truth(String insz, String head, boolean poor) {
        boolean status = poor && random.nextInt(10) < 8;
        int refresh = random.nextInt(20);
        String known = !status ? "" : refresh == 0 ? YEAR + "-07-01" : refresh < 3 ? YEAR + "-04-01" : YEAR + "-01-01";
        boolean measure = random.nextInt(100) < (poor ? 6 : 1);
        String code = measure ? MEASURES[random.nextInt(MEASURES.length)] : "";
        LocalDate begin = LocalDate.of(YEAR - 2, 1, 1).plusDays(random.nextInt(900));
        String end = measure && random.nextInt(3) == 0
                ? begin.plusDays(30 + random.nextInt(500)).toString()
                : "";
        String answer = random.nextInt(1000) < 3 ? "ONTBREEKT" : "NORMAAL";
        return insz + ";" + head + ";" + (status ? "1" : "0") + ";" + known + ";" + code + ";" + (measure ? begin : "")
                + ";" + end + ";" + answer + "\n";
    }

    /** One of the four things that go wrong in extracts. */
    private void badLine(Writer people, Writer facts, String head, String postcode) throws IOException {
        String insz = numbers.next(YEAR - 30);
        switch (random.nextInt(4)) {
            case 0 -> {
                int check = (Integer.parseInt(insz.substring(9)) + 1) % 97;
                String wrong = insz.substring(0, 9) + (check < 10 ? "0" : "") + check;
                line(people, wrong, head, "12", postcode, BAD_BORN, "");
                facts.write(";" + head + ";;;;;;\n");
            }
            case 1 -> {
                people.write("ABC;" + head + ";12;" + postcode + ";" + BAD_BORN + ";\n");
                facts.write(";" + head + ";;;;;;\n");
            }
            case 2 -> line(people, insz, numbers.next(YEAR - 60), "12", postcode, BAD_BORN, "");
            default -> line(people, head, head, "01", postcode, "1986-01-01", "");
        }
    }
}
