package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.question.Answer;
import be.zeef.question.QuestionDesk;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks at the counter about people from all over the synthetic city, one after the other, for {@code zeef demo}. */
final class DemoQuestions {

    private static final int PEOPLE = 60;

    private DemoQuestions() {}

    /** How the questions were answered. */
    record Tally(String agreement, Map<Answer.Verdict, Integer> answers, double seconds) {

        private int asked() {
            return answers.values().stream().mapToInt(Integer::intValue).sum();
        }

        private int count(Answer.Verdict verdict) {
            return answers.getOrDefault(verdict, 0);
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%s: asked about %d people at the counter: %d yes, %d no, %d not decidable; %.1f s",
                    agreement,
                    asked(),
                    count(Answer.Verdict.YES),
                    count(Answer.Verdict.NO),
                    count(Answer.Verdict.NOT_DECIDABLE),
                    seconds);
        }

        Map<String, Object> json() {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("agreement", agreement);
            all.put("asked", asked());
            for (Answer.Verdict verdict : Answer.Verdict.values()) {
                all.put(verdict.word(), count(verdict));
            }
            all.put("seconds", seconds);
            return all;
        }
    }

    static Tally ask(Gateway gateway, Agreement agreement, LocalDate on, Path sandbox) throws IOException {
        QuestionDesk desk = gateway.desk(agreement, on);
        Map<Answer.Verdict, Integer> answers = new EnumMap<>(Answer.Verdict.class);
        long began = System.nanoTime();
        for (String insz : people(sandbox)) {
            Answer answer = desk.ask(Insz.of(insz, Realm.SANDBOX), on, "demo");
            answers.merge(answer.verdict(), 1, Integer::sum);
        }
        return new Tally(agreement.id(), answers, (System.nanoTime() - began) / 1e9);
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
