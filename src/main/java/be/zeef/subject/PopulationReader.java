package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads a population extract in three passes over the file: count, index the people, then join them to their households.
 * So a reference person may stand before or after the household, and no line is kept in memory.
 *
 * <p>A refused line does not stop the reading. A household of which a line was refused is marked incomplete, because a
 * member is missing about whom nothing can be known.
 */
public final class PopulationReader {

    private final Path file;
    private final Realm realm;
    private final double maxBadShare;
    private final Scope scope;

    /**
     * Reads everyone, by household.
     *
     * @param maxBadShare share of refused lines (0–1) above which the whole file is refused
     */
    public PopulationReader(Path file, Realm realm, double maxBadShare) {
        this(file, realm, maxBadShare, new Scope(true, Optional.empty()));
    }

    /** @param scope whom of the file it is about; the others are left out as if they were not there */
    public PopulationReader(Path file, Realm realm, double maxBadShare, Scope scope) {
        this.file = file;
        this.realm = realm;
        this.maxBadShare = maxBadShare;
        this.scope = scope;
    }

    /**
     * Whom of an extract a run is about.
     *
     * @param households whether people are joined to households; otherwise each is looked at alone
     * @param bornFrom the earliest date of birth; who was born before it is left out. A date that is not known whole is
     *     taken for the latest it can be, so nobody is left out who might belong
     */
    public record Scope(boolean households, Optional<LocalDate> bornFrom) {

        boolean holds(LocalDate latestBirth) {
            return bornFrom.filter(latestBirth::isBefore).isEmpty();
        }
    }

    /** What was read, and what is to be said about it. */
    public record Read(Population population, Report report, long refusedLines) {}

    /**
     * @throws InvalidMessageException when the file is missing, is no such extract, or too many of its lines are bad
     */
    public Read read() {
        Findings findings = new Findings();
        try {
            Counted counted = count();
            long[] people = new long[counted.lines];
            int valid = firstPass(people, findings);
            people = Arrays.copyOf(people, valid);
            Arrays.parallelSort(people);
            people = distinct(people);
            long refused = secondPass(people, findings, counted);
            if (refused > maxBadShare * Math.max(1, counted.lines)) {
                findings.add(Finding.fatal(
                        "population.too-many-refused",
                        Location.WHOLE,
                        Long.toString(refused),
                        Integer.toString(counted.lines),
                        Double.toString(maxBadShare)));
                throw new InvalidMessageException(findings.report(name()));
            }
            return new Read(counted.population, findings.report(name()), refused);
        } catch (NoSuchFileException e) {
            throw refuse(findings, "population.missing");
        } catch (CharacterCodingException e) {
            throw refuse(findings, "population.encoding");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name() {
        return file.getFileName().toString();
    }

    private InvalidMessageException refuse(Findings findings, String code) {
        findings.add(Finding.fatal(code, Location.WHOLE, name()));
        return new InvalidMessageException(findings.report(name()));
    }

    private static final class Counted {
        private int lines;
        private String fingerprint;
        private Population population;
    }

    private Counted count() throws IOException {
        Counted counted = new Counted();
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            int last = '\n';
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                for (int i = 0; i < n; i++) {
                    counted.lines += buffer[i] == '\n' ? 1 : 0;
                }
                last = n > 0 ? buffer[n - 1] : last;
            }
            counted.lines += last == '\n' ? 0 : 1;
            counted.lines = Math.max(0, counted.lines - 1);
            counted.fingerprint = HexFormat.of().formatHex(digest.digest());
            return counted;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private int firstPass(long[] people, Findings findings) throws IOException {
        PopulationLine line = new PopulationLine(realm);
        Findings ignored = new Findings();
        int[] count = {0};
        lines(findings, (text, number) -> {
            if (line.read(text, number, ignored) && scope.holds(line.latestBirth())) {
                people[count[0]++] = line.insz();
            }
        });
        return count[0];
    }

    private long secondPass(long[] people, Findings findings, Counted counted) throws IOException {
        PopulationLine line = new PopulationLine(realm);
        int[] reference = new int[people.length];
        Arrays.fill(reference, -1);
        byte[] sizes = new byte[people.length];
        BitSet seen = new BitSet(people.length);
        BitSet incomplete = new BitSet();
        long[] refused = {0};
        long[] leftOut = {0};
        lines(findings, (text, number) -> {
            boolean good = line.read(text, number, findings);
            if (good && !scope.holds(line.latestBirth())) {
                leftOut[0]++;
                return;
            }
            if (!scope.households()) {
                line.standAlone();
            }
            int head = line.reference() < 0 ? -1 : Arrays.binarySearch(people, line.reference());
            int place = good ? Arrays.binarySearch(people, line.insz()) : -1;
            if (good && seen.get(place)) {
                findings.add(Finding.error("population.duplicate", Location.field(number, "insz")));
                refused[0]++;
                return;
            }
            if (head >= 0 && sizes[head] < Byte.MAX_VALUE) {
                sizes[head]++;
            }
            if (good && head < 0) {
                findings.add(
                        Finding.error("population.reference-unknown", Location.field(number, "referentiepersoon")));
            }
            if (good) {
                seen.set(place);
                reference[place] = Math.max(head, -1);
            } else if (head >= 0) {
                incomplete.set(head);
            }
            refused[0] += good && head >= 0 ? 0 : 1;
        });
        tellHeadsElsewhere(reference, incomplete, findings);
        if (leftOut[0] > 0) {
            findings.add(Finding.information("population.left-out", Location.WHOLE, Long.toString(leftOut[0])));
        }
        counted.population = new Population(people, reference, sizes, incomplete, counted.fingerprint);
        return refused[0];
    }

    /** Someone named as reference person who stands in another household himself: both are told, neither is refused. */
    private static void tellHeadsElsewhere(int[] reference, BitSet incomplete, Findings findings) {
        long elsewhere = 0;
        for (int place = 0; place < reference.length; place++) {
            int head = reference[place];
            if (head >= 0 && reference[head] != head) {
                elsewhere++;
                incomplete.set(head);
            }
        }
        if (elsewhere > 0) {
            findings.add(Finding.warning("population.reference-elsewhere", Location.WHOLE, Long.toString(elsewhere)));
        }
    }

    private interface LineReader {
        void line(String text, int number);
    }

    private void lines(Findings findings, LineReader reader) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), 1 << 16)) {
            String header = in.readLine();
            if (header == null || !header.replace("\uFEFF", "").equals(PopulationLine.HEADER)) {
                findings.add(Finding.fatal("population.header", Location.line(1), PopulationLine.HEADER));
                throw new InvalidMessageException(findings.report(name()));
            }
            int number = 1;
            for (String text = in.readLine(); text != null; text = in.readLine()) {
                reader.line(text, ++number);
            }
        }
    }

    private static long[] distinct(long[] sorted) {
        int kept = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
    }
}
