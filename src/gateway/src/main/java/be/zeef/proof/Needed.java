package be.zeef.proof;

import be.zeef.sieve.Outcome;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Proves that nothing is asked for nothing. A fact is needed when for one of an agreement's benefits there are two cases that differ
 * in it alone, both knowing it, of which the rule says different things; what is asked of a source is needed when a needed
 * fact is made of it. And for single people: which answers settle a case, so that the rest need not be asked about them.
 */
final class Needed {

    private final List<Cases> benefits;
    private final List<AskedItem> asked;
    private final Told told;
    private final Set<String> needed = new TreeSet<>();

    private Needed(List<Cases> benefits, List<AskedItem> asked) {
        this.benefits = benefits;
        this.asked = asked;
        this.told = new Told(benefits.get(0).use().benefit().justified());
    }

    /** @param benefits of one agreement, its own first */
    static Result of(List<Cases> benefits, List<AskedItem> asked) {
        return new Needed(benefits, asked).result();
    }

    private Result result() {
        ObjectNode table = Shown.object();
        ArrayNode facts = table.putArray("facts");
        List<Fact> all = benefits.get(0).use().facts();
        all.forEach(fact -> fact(fact, facts));
        ArrayNode items = table.putArray("asked");
        asked.forEach(item -> item(item, items));
        told.conclude(Property.NEEDED, Integer.toString(all.size()), Integer.toString(asked.size()));
        ArrayNode spared = table.putArray("spared");
        benefits.forEach(cases -> spared(cases, spared));
        return new Result(
                benefits.get(0).use().benefit().id(),
                Property.NEEDED,
                all.size() + (long) asked.size(),
                told.all(),
                table);
    }

    private void fact(Fact fact, ArrayNode facts) {
        for (Cases cases : benefits) {
            Optional<ObjectNode> witness = witness(cases, fact.name());
            if (witness.isPresent()) {
                needed.add(fact.name());
                facts.add(witness.get());
                return;
            }
        }
        facts.add(Shown.object().put("fact", fact.name()));
        String by = asked.stream()
                .filter(item -> item.feeds().contains(fact.name()))
                .map(AskedItem::source)
                .distinct()
                .collect(Collectors.joining(", "));
        told.fail("fact-unneeded", fact.name(), by);
    }

    /** Two cases that show that the rule looks at the fact; nothing when there are none. */
    private static Optional<ObjectNode> witness(Cases cases, String name) {
        int fact = cases.use().facts().stream().map(Fact::name).toList().indexOf(name);
        for (int number : cases.smallestFirst()) {
            if (cases.choice(number, fact) == 1) {
                for (int choice = 2;
                        choice <= cases.use().facts().get(fact).values().size();
                        choice++) {
                    int other = cases.with(number, fact, choice);
                    if (!cases.decision(other).equals(cases.decision(number))) {
                        ObjectNode witness = Shown.object()
                                .put("fact", name)
                                .put("benefit", cases.use().id());
                        witness.putArray("cases")
                                .add(Shown.decided(cases, number))
                                .add(Shown.decided(cases, other));
                        return Optional.of(witness);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void item(AskedItem item, ArrayNode items) {
        ObjectNode row = items.addObject();
        row.put("source", item.source());
        row.put("item", item.item());
        row.set("feeds", Shown.texts(new TreeSet<>(item.feeds())));
        if (item.feeds().isEmpty()) {
            told.fail("over-asked", item.words());
        } else if (!item.feeds().contains(AskedItem.FIRST_DAY)
                && item.feeds().stream().noneMatch(needed::contains)) {
            told.fail("over-asked-for", item.words(), String.join(", ", new TreeSet<>(item.feeds())));
        }
    }

    /** The smallest sets of answers that settle a case whatever the rest is, and what that rest is. */
    private void spared(Cases cases, ArrayNode rows) {
        List<Integer> settled = new ArrayList<>();
        for (int number : cases.smallestFirst()) {
            if (!cases.isWhole(number)
                    && cases.decision(number).outcome() != Outcome.UNDETERMINED
                    && settled.stream().noneMatch(before -> isPart(cases, before, number))
                    && isSettled(cases, number)) {
                settled.add(number);
                rows.add(row(cases, number));
            }
        }
        if (!settled.isEmpty()) {
            told.say("spared", cases.use().id(), Integer.toString(settled.size()), words(cases, settled.get(0)));
        }
    }

    private static boolean isSettled(Cases cases, int number) {
        return cases.completions(number).stream()
                .allMatch(end -> cases.decision(end).equals(cases.decision(number)));
    }

    /** Whether all that the one knows the other knows too, and the same of it. */
    private static boolean isPart(Cases cases, int part, int whole) {
        boolean within = cases.size(part) == cases.size(whole);
        for (int fact = 0; fact < cases.facts(); fact++) {
            int choice = cases.choice(part, fact);
            within &= choice == 0 || choice == cases.choice(whole, fact);
        }
        return within;
    }

    private static ObjectNode row(Cases cases, int number) {
        ObjectNode row = Shown.decided(cases, number);
        row.put("benefit", cases.use().id());
        row.set("notAsked", Shown.texts(open(cases, number, true)));
        row.set("askedBeside", Shown.texts(open(cases, number, false)));
        return row;
    }

    /**
     * The facts that need not be asked.
     *
     * @param later those of a later stage, which a run does not ask then; else those that are asked side by side with what settles it
     */
    private static List<String> open(Cases cases, int number, boolean later) {
        int last = 0;
        for (int fact = 0; fact < cases.facts(); fact++) {
            last = cases.choice(number, fact) == 0
                    ? last
                    : Math.max(last, cases.use().facts().get(fact).stage());
        }
        List<String> open = new ArrayList<>();
        for (int fact = 0; fact < cases.facts(); fact++) {
            Fact each = cases.use().facts().get(fact);
            if (cases.choice(number, fact) == 0 && each.stage() > last == later) {
                open.add(each.name());
            }
        }
        return open;
    }

    private static String words(Cases cases, int number) {
        return cases.words(number) + ": " + Shown.words(cases.decision(number));
    }
}
