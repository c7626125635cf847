package be.zeef.demo;

import be.zeef.agreement.Agreement;
import be.zeef.app.Desks;
import be.zeef.cli.text.Count;
import be.zeef.grant.GrantDesk;
import be.zeef.question.Answer;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks at the counter about people from all over the synthetic city, one after the other, for {@code zeef demo}. */
final class DemoQuestions {

    private static final int PEOPLE = 60;

    private DemoQuestions() {}

    /** How the questions were answered. */
    record Granted(
            String agreement,
            Map<Answer.Verdict, Integer> answers,
            Map<GrantDesk.Result, Integer> grants,
            double seconds) {

        private int asked() {
            return answers.values().stream().mapToInt(Integer::intValue).sum();
        }

        private int count(Answer.Verdict verdict) {
            return answers.getOrDefault(verdict, 0);
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%s: asked about %s at the counter: %d yes (%s), %d no, %d not decidable; %.1f s",
                    agreement,
                    Count.of(asked(), "person", "people"),
                    count(Answer.Verdict.YES),
                    granted(),
                    count(Answer.Verdict.NO),
                    count(Answer.Verdict.NOT_DECIDABLE),
                    seconds);
        }

        private String granted() {
            return grants.entrySet().stream()
                    .filter(each -> each.getKey() != GrantDesk.Result.NOT_GRANTED)
                    .map(each -> each.getValue() + " " + each.getKey().word())
                    .collect(Collectors.joining(", "));
        }

        Map<String, Object> json() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("agreement", agreement);
            all.put("asked", asked());
            for (Answer.Verdict verdict : Answer.Verdict.values()) {
                all.put(verdict.word(), count(verdict));
            }
            grants.forEach((result, count) -> all.put(result.word(), count));
            all.put("seconds", seconds);
            return all;
        }
    }

    /** Asks, and grants where the answer is yes. */
    static Granted grant(Desks desks, Agreement agreement, LocalDate on, Path sandbox) throws IOException {
        GrantDesk desk = desks.grant(agreement, on);
        Map<Answer.Verdict, Integer> answers = new EnumMap<>(Answer.Verdict.class);
        Map<GrantDesk.Result, Integer> grants = new EnumMap<>(GrantDesk.Result.class);
        long began = System.nanoTime();
        for (String insz : people(sandbox)) {
            GrantDesk.Outcome outcome = desk.grant(Insz.of(insz, Realm.SANDBOX), on, "demo", "");
            answers.merge(outcome.answer().verdict(), 1, Integer::sum);
            grants.merge(outcome.result(), 1, Integer::sum);
        }
        return new Granted(agreement.id(), answers, grants, (System.nanoTime() - began) / 1e9);
    }

    private static List<String> people(Path sandbox) throws IOException {
        try (Stream<String> lines = Files.lines(sandbox.resolve("city/truth.csv"))) {
            List<String> all = lines.skip(1)
                    .map(line -> line.substring(0, line.indexOf(';')))
                    .filter(insz -> !insz.isEmpty())
                    .toList();
            int step = Math.max(1, all.size() / PEOPLE);
            return IntStream.range(0, Math.min(PEOPLE, all.size()))
                    .mapToObj(i -> all.get(i * step))
                    .toList();
        }
    }
}
