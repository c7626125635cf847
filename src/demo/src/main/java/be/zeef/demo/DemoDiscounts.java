package be.zeef.demo;

import be.zeef.agreement.Agreement;
import be.zeef.app.Desks;
import be.zeef.question.Answer.Verdict;
import be.zeef.question.QuestionDesk;
import be.zeef.run.SyncReport;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks about Wingene's children as the leisure service does, and holds each answer against what is true, for {@code zeef demo}. */
public final class DemoDiscounts {

    /** The agreement whose children they are. */
    static final String AGREEMENT = "wingene-korting";

    private static final int CHILDREN = 60;
    private static final int GROWN_UP = 18;

    private DemoDiscounts() {}

    /** As a row beside the other agreements'; the run is done when every answer is as the truth says. */
    public static SyncReport ask(Desks desks, Agreement agreement, LocalDate on, Path sandbox) throws IOException {
        QuestionDesk desk = desks.question(agreement, on);
        Map<Verdict, Long> answers = new EnumMap<>(Verdict.class);
        long unlike = 0;
        long began = System.nanoTime();
        List<String[]> children = children(sandbox.resolve("wingene/truth.csv"));
        for (String[] child : children) {
            Verdict answer =
                    desk.ask(Insz.of(child[0], Realm.SANDBOX), on, "demo").verdict();
            answers.merge(answer, 1L, Long::sum);
            unlike += answer == truth(child, on) ? 0 : 1;
        }
        return new SyncReport(
                agreement.id(),
                on,
                children.size(),
                children.size(),
                Map.of(),
                answers.getOrDefault(Verdict.YES, 0L),
                answers.getOrDefault(Verdict.NO, 0L),
                answers.getOrDefault(Verdict.NOT_DECIDABLE, 0L),
                Map.of(),
                0,
                0,
                0,
                0,
                0,
                "",
                unlike == 0 ? "as the truth says" : unlike + " unlike the truth",
                0,
                unlike == 0,
                unlike == 0,
                (System.nanoTime() - began) / 1e9,
                List.of());
    }

    private static List<String[]> children(Path truth) throws IOException {
        try (Stream<String> lines = Files.lines(truth)) {
            return lines.skip(1)
                    .limit(CHILDREN)
                    .map(line -> line.split(";", -1))
                    .toList();
        }
    }

    /** The grown-up get nothing whatever else stands there, and whom nobody tells about stays open. */
    private static Verdict truth(String[] child, LocalDate on) {
        boolean missing = child[4].equals("ONTBREEKT");
        boolean grownUp =
                !LocalDate.parse(child[1]).isAfter(on.withDayOfMonth(1).minusYears(GROWN_UP));
        if (missing || child[4].equals("TWIJFEL") && !grownUp) {
            return Verdict.NOT_DECIDABLE;
        }
        boolean paid = !child[2].isEmpty()
                && !LocalDate.parse(child[2]).isAfter(on)
                && (child[3].isEmpty() || !LocalDate.parse(child[3]).isBefore(on));
        return paid && !grownUp ? Verdict.YES : Verdict.NO;
    }
}
