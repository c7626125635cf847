package be.zeef.sandbox.city;

import be.zeef.security.PrivateFiles;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * The pupils of a city: most of those born from 2008 to 2023, enrolled for school year 2025-2026. Made once from the city's
 * own files, with the city's seed, and kept beside them as {@code pupils.csv}, the extract that the school administration
 * would give: {@code leerlingnummer;insz;schooljaar}. A few of its lines are what goes wrong in such extracts, and a few children
 * live in two households: they have two numbers.
 */
public final class Pupils {

    private static final int OLDEST = 2008;
    private static final int YOUNGEST = 2023;
    private static final String SCHOOL_YEAR = "2025-2026";

    // a step modulo a prime: no number comes twice, and neighbours are far apart
    private static final long STEP = 1_000_003;
    private static final long NUMBERS = 9_999_991;
    private static final int BAD_EACH = 400;

    private final Path file;
    private Set<String> numbers = Set.of();

    private Pupils(Path file) {
        this.file = file;
    }

    /** The pupils of this city; their file is made first when it is not there or older than the city. */
    public static Pupils of(Path city, long seed) {
        Path file = city.resolve("pupils.csv");
        Path truth = city.resolve("truth.csv");
        try {
            if (!Files.exists(file)
                    || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(truth)) < 0) {
                make(truth, file, new Random(seed));
            }
            return new Pupils(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a pupil is enrolled under this number. */
    public synchronized boolean enrolled(String number) {
        if (numbers.isEmpty()) {
            numbers = read();
        }
        return numbers.contains(number);
    }

    private Set<String> read() {
        Set<String> read = new HashSet<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                read.add(line.substring(0, line.indexOf(';')));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        read.remove("");
        return read;
    }

    private static void make(Path truth, Path file, Random random) throws IOException {
        Path part = file.resolveSibling("pupils.csv.part");
        try (BufferedReader people = Files.newBufferedReader(truth);
                BufferedWriter out = PrivateFiles.writer(part)) {
            out.write("leerlingnummer;insz;schooljaar\n");
            people.readLine();
            int count = 0;
            for (String line = people.readLine(); line != null; line = people.readLine()) {
                String insz = line.substring(0, line.indexOf(';'));
                if (!insz.isEmpty() && ofSchoolAge(insz) && random.nextInt(10) > 0) {
                    pupil(out, count++, insz);
                }
            }
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean ofSchoolAge(String insz) {
        int born = TestNumbers.born(insz).getYear();
        return born >= OLDEST && born <= YOUNGEST;
    }

    private static void pupil(Writer out, int count, String insz) throws IOException {
        switch (count % BAD_EACH) {
            case 7 -> {
                line(out, number(count), insz);
                line(out, spare(count), wrongCheckDigits(insz));
            }
            case 11 -> line(out, number(count - 1), insz); // that number is another pupil's
            case 13 -> {
                line(out, number(count), insz);
                line(out, spare(count), insz);
            }
            case 17 -> line(out, "", insz);
            default -> line(out, number(count), insz);
        }
    }

    private static String spare(int count) {
        return number(NUMBERS / 2 + count);
    }

    private static String number(long count) {
        return "L%07d".formatted((count + 1) * STEP % NUMBERS);
    }

    private static String wrongCheckDigits(String insz) {
        int check = (Integer.parseInt(insz.substring(9)) + 1) % 97;
        return insz.substring(0, 9) + (check < 10 ? "0" : "") + check;
    }

    private static void line(Writer out, String number, String insz) throws IOException {
        out.write(number + ";" + insz + ";" + SCHOOL_YEAR + "\n");
    }
}
