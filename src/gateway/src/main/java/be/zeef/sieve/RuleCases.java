package be.zeef.sieve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a rule should say, as data: CSV with semicolons, one case a line. The header names the rule's inputs, then
 * {@code uitkomst}, then the flags, then {@code waarom}; lines that begin with # are for readers. Inputs that are whole
 * numbers are numbers.
 */
public final class RuleCases {

    private static final String OUTCOME = "uitkomst";
    private static final String WHY = "waarom";

    private final List<String> header;
    private final List<Case> cases;

    private RuleCases(List<String> header, List<Case> cases) {
        this.header = header;
        this.cases = cases;
    }

    private record Case(int line, String[] fields) {}

    /**
     * A case that does not hold.
     *
     * @param line where it stands
     * @param said what the rule says instead: outcome and flags, or that the line is no case
     */
    public record Failure(int line, String said) {}

    /**
     * @throws IOException when the file cannot be read
     * @throws IllegalArgumentException when its header names no outcome
     */
    public static RuleCases read(Path file) throws IOException {
        List<String> header = List.of();
        List<Case> cases = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split(";", -1);
            if (header.isEmpty()) {
                header = List.of(fields);
            } else {
                cases.add(new Case(number, fields));
            }
        }
        if (!header.contains(OUTCOME)) {
            throw new IllegalArgumentException(file.getFileName() + ": the header names no " + OUTCOME);
        }
        return new RuleCases(header, List.copyOf(cases));
    }

    public int size() {
        return cases.size();
    }

    /** The values of this flag that cases expect; none when no case names it. */
    public SortedSet<String> expected(String flag) {
        int column = header.indexOf(flag);
        return cases.stream()
                .filter(each -> column >= 0 && column < each.fields().length)
                .map(each -> each.fields()[column])
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param parameters fixed inputs of the rule, where a case does not name them itself */
    public List<Failure> failures(Rule rule, Map<String, String> parameters) {
        List<Failure> failures = new ArrayList<>();
        for (Case each : cases) {
            if (each.fields().length != header.size()) {
                failures.add(new Failure(each.line(), "the line has not as many fields as the header"));
            } else {
                Decision decision = rule.decide(facts(each, parameters));
                if (!holds(each, decision)) {
                    failures.add(new Failure(
                            each.line(),
                            (decision.outcome() + " "
                                            + String.join(" ", decision.flags().values()))
                                    .strip()));
                }
            }
        }
        return failures;
    }

    private Facts facts(Case each, Map<String, String> parameters) {
        Facts facts = new Facts();
        parameters.forEach(facts::with);
        for (int i = 0; i < header.indexOf(OUTCOME); i++) {
            String text = each.fields()[i];
            if (text.matches("\\d{1,9}")) {
                facts.with(header.get(i), Integer.parseInt(text));
            } else {
                facts.with(header.get(i), text);
            }
        }
        return facts;
    }

    private boolean holds(Case each, Decision decision) {
        boolean holds = decision.outcome().name().equals(each.fields()[header.indexOf(OUTCOME)]);
        for (int i = header.indexOf(OUTCOME) + 1; i < header.size(); i++) {
            boolean flag = !header.get(i).equals(WHY);
            holds &= !flag || decision.flag(header.get(i)).equals(each.fields()[i]);
        }
        return holds;
    }
}
