package be.zeef.demo;

import be.zeef.agreement.Agreement;
import be.zeef.app.Desks;
import be.zeef.claim.Amount;
import be.zeef.claim.Claim;
import be.zeef.claim.ClaimAnswer;
import be.zeef.claim.ClaimDesk;
import be.zeef.cli.text.Count;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Enters claims of children of Heusden-Zolder for {@code zeef demo}: below the ceiling, over it, after it, without the right, and of
 * whom the source does not say.
 */
public final class DemoClaims {

    /** The working year of the day. */
    private static final int YEAR = 2025;

    private final ClaimDesk desk;
    private final LocalDate on;
    private final Map<ClaimAnswer.Verdict, Integer> answers = new EnumMap<>(ClaimAnswer.Verdict.class);
    private long granted;
    private int number;

    private DemoClaims(ClaimDesk desk, LocalDate on) {
        this.desk = desk;
        this.on = on;
    }

    /** How the claims were answered; the amount is in eurocents. */
    record Claimed(String agreement, Map<ClaimAnswer.Verdict, Integer> answers, long granted, double seconds) {

        private int count(ClaimAnswer.Verdict verdict) {
            return answers.getOrDefault(verdict, 0);
        }

        private int all() {
            return answers.values().stream().mapToInt(Integer::intValue).sum();
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%s: %s at the counter: %d yes (%s euro granted), %d nothing left, %d no, %d not decidable; %.1f s",
                    agreement,
                    Count.of(all(), "claim", "claims"),
                    count(ClaimAnswer.Verdict.YES),
                    Amount.euro(granted),
                    count(ClaimAnswer.Verdict.NOTHING_LEFT),
                    count(ClaimAnswer.Verdict.NO),
                    count(ClaimAnswer.Verdict.NOT_DECIDABLE),
                    seconds);
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("agreement", agreement);
            json.put("claims", all());
            for (ClaimAnswer.Verdict verdict : ClaimAnswer.Verdict.values()) {
                json.put(verdict.word(), count(verdict));
            }
            json.put("granted", Amount.euro(granted));
            json.put("seconds", seconds);
            return json;
        }
    }

    static Claimed enter(Desks desks, Agreement agreement, LocalDate on, Path sandbox) throws IOException {
        long began = System.nanoTime();
        DemoClaims demo = new DemoClaims(desks.claims(agreement, on), on);
        Path truth = sandbox.resolve("heusden-zolder/truth.csv");
        List<Insz> entitled = children(truth, on, line -> runs(line, on) && isKnown(line));
        if (!entitled.isEmpty()) {
            demo.claim(entitled.get(0), "85,00", "chiro-bolderberg");
            demo.claim(entitled.get(0), "150,00", "kfc-zolder");
            demo.claim(entitled.get(0), "30,00", "zwemclub");
        }
        for (Insz child : entitled.stream().skip(1).limit(3).toList()) {
            demo.claim(child, "60,00", "zwemclub");
        }
        for (Insz child : children(truth, on, line -> line[2].isEmpty() && isKnown(line)).stream()
                .limit(2)
                .toList()) {
            demo.claim(child, "60,00", "zwemclub");
        }
        for (Insz child :
                children(truth, on, line -> !isKnown(line)).stream().limit(1).toList()) {
            demo.claim(child, "60,00", "zwemclub");
        }
        return new Claimed(agreement.id(), demo.answers, demo.granted, (System.nanoTime() - began) / 1e9);
    }

    private void claim(Insz child, String amount, String association) {
        String reference = "LID-" + YEAR + "-" + ++number;
        ClaimAnswer answer =
                desk.claim(new Claim(child, Amount.cents(amount), association, YEAR, reference, "demo"), on);
        answers.merge(answer.verdict(), 1, Integer::sum);
        granted += answer.granted();
    }

    /** Children by the sandbox' own truth, of 1 to 24 years. */
    public static List<Insz> children(Path truth, LocalDate on, Predicate<String[]> which) throws IOException {
        return Files.readAllLines(truth).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(line -> !line[0].isEmpty() && born(line[0]) > on.getYear() - 24 && born(line[0]) < on.getYear())
                .filter(which)
                .map(line -> Insz.of(line[0], Realm.SANDBOX))
                .toList();
    }

    /** Whether the status runs on this day. */
    public static boolean runs(String[] line, LocalDate on) {
        return !line[2].isEmpty()
                && !LocalDate.parse(line[2]).isAfter(on)
                && (line[3].isEmpty() || !LocalDate.parse(line[3]).isBefore(on));
    }

    private static boolean isKnown(String[] line) {
        return line[7].equals("NORMAAL");
    }

    /** The synthetic city has nobody of a hundred years. */
    private static int born(String insz) {
        int year = Integer.parseInt(insz.substring(0, 2));
        return year <= 26 ? 2000 + year : 1900 + year;
    }
}
