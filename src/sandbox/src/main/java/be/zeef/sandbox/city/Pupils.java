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
 * would give: {@code leerlingnummer;insz;schooljaar;dossiernummer}. Half of those born later are in the city's childcare and have a file
 * number there and no pupil number, which is some pupil's too: they are two number spaces. One pupil in three has both. A few of its lines are what goes wrong in such extracts, and a few children
 * live in two households: they have two numbers.
 */
public final class Pupils {

    private static final int OLDEST = 2008;
    private static final int YOUNGEST = 2023;
    private static final String HEADER = "leerlingnummer;insz;schooljaar;dossiernummer";
    private static final String SCHOOL_YEAR = "2025-2026";

    // a step modulo a prime: no number comes twice, and neighbours are far apart
    private static final long STEP = 1_000_003;
    private static final long NUMBERS = 9_999_991;
    private static final int BAD_EACH = 400;

    private final Path file;
    private Set<String> numbers = Set.of();
    private Set<String> files = Set.of();

    private Pupils(Path file) {
        this.file = file;
    }

    /** The pupils of this city; their file is made first when it is not there or older than the city. */
    public static Pupils of(Path city, long seed) {
        Path file = city.resolve("pupils.csv");
        Path truth = city.resolve("truth.csv");
        try {
            if (!Files.exists(file)
                    || !isOfThisForm(file)
                    || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(truth)) < 0) {
                make(truth, file, new Random(seed));
            }
            return new Pupils(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of an earlier release is made again. */
    private static boolean isOfThisForm(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return HEADER.equals(in.readLine());
        }
    }

    /** Whether a pupil is enrolled under this number. */
    public synchronized boolean enrolled(String number) {
        if (numbers.isEmpty()) {
            numbers = read(0);
        }
        return numbers.contains(number);
    }

    /** Whether a child is in the city's childcare under this file number. */
    public synchronized boolean inCare(String number) {
        if (files.isEmpty()) {
            files = read(3);
        }
        return files.contains(number);
    }

    private Set<String> read(int column) {
        Set<String> read = new HashSet<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                read.add(line.split(";", -1)[column]);
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
            out.write(HEADER + "\n");
            people.readLine();
            int count = 0;
            int files = 0;
            for (String line = people.readLine(); line != null; line = people.readLine()) {
                String insz = line.substring(0, line.indexOf(';'));
                if (!insz.isEmpty() && ofSchoolAge(insz) && random.nextInt(10) > 0) {
                    pupil(out, count++, insz);
                } else if (!insz.isEmpty() && TestNumbers.born(insz).getYear() > YOUNGEST && files++ % 2 == 0) {
                    line(out, "", insz, number(files));
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
                line(out, number(count), insz, "");
                line(out, spare(count), wrongCheckDigits(insz), "");
            }
            case 11 -> line(out, number(count - 1), insz, ""); // that number is another pupil's
            case 13 -> {
                line(out, number(count), insz, "");
                line(out, spare(count), insz, "");
            }
            case 17 -> line(out, "", insz, "");
            default -> line(out, number(count), insz, count % 3 == 0 ? spare(count) : "");
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

    private static void line(Writer out, String number, String insz, String file) throws IOException {
        out.write(number + ";" + insz + ";" + SCHOOL_YEAR + ";" + file + "\n");
    }
}
