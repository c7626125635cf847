package be.zeef.proof;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.CountsFrom;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures what is told of a subject: the binary logarithm of how many different things a recipient can be told of one, saying
 * nothing being one of them. Beside it stands what the sources' answers could have carried. What the size and the presence of a
 * delivery tell of all subjects together is told apart, with what the agreement does against it.
 */
final class Disclosure {

    /** The first day of a grant is one of its period's, which is a year at most. */
    private static final long DAYS = 366;

    private final Cases cases;
    private final Agreement benefit;
    private final Told told;

    private Disclosure(Cases cases) {
        this.cases = cases;
        this.benefit = cases.use().benefit();
        this.told = new Told(benefit.justified());
    }

    /** @param could what the answers that are asked for could carry */
    static Result of(Cases cases, List<Capacity> could) {
        return new Disclosure(cases).result(could);
    }

    private Result result(List<Capacity> could) {
        ObjectNode table = Shown.object();
        ArrayNode channels = table.putArray("channels");
        long counted = 0;
        if (benefit.isAsked()) {
            counted += channel(channels, "counter", answers());
        }
        if (!benefit.recipient().system().equals("counter")) {
            counted += channel(channels, benefit.recipient().system(), lines());
            table.set("passesThrough", passesThrough());
            if (!benefit.recipient().format().equals("answer")) {
                delivery(table.putObject("delivery"));
            }
        }
        ArrayNode carried = table.putArray("answersCouldCarry");
        could.forEach(each -> carried(each, carried));
        return new Result(cases.use().id(), Property.DISCLOSURE, counted, told.all(), table);
    }

    private long channel(ArrayNode channels, String to, Map<String, Long> messages) {
        long count = messages.values().stream().mapToLong(Long::longValue).sum();
        ObjectNode channel = channels.addObject();
        channel.put("to", to);
        channel.set("messages", Shown.of(messages));
        channel.put("count", count);
        channel.put("bits", rounded(Capacity.log2(count)));
        told.say("disclosure", cases.use().id(), to, Long.toString(count), text(Capacity.log2(count)));
        return count;
    }

    /** The three answers, as far as the rule ever gives them. */
    private Map<String, Long> answers() {
        Map<String, Long> messages = new TreeMap<>();
        for (int number = 0; number < cases.count(); number++) {
            messages.put(cases.decision(number).outcome().name(), 1L);
        }
        return messages;
    }

    /** No line, and every line that the rule can give, each once for every day that it may begin on. */
    private Map<String, Long> lines() {
        Map<String, Long> messages = new TreeMap<>();
        messages.put("", 1L);
        for (int number = 0; number < cases.count(); number++) {
            Decision decision = cases.decision(number);
            if (decision.outcome() == Outcome.ELIGIBLE) {
                messages.put(line(decision), days(decision));
            }
        }
        return messages;
    }

    private String line(Decision decision) {
        Map<String, String> flags = new TreeMap<>(decision.flags());
        flags.keySet().retainAll(cases.use().closedFlags());
        return flags.isEmpty() ? Outcome.ELIGIBLE.name() : Shown.words(flags);
    }

    private long days(Decision decision) {
        return decision.flags().values().stream().anyMatch(this::countsFromRight) || isAlwaysFromRight() ? DAYS : 1;
    }

    private boolean countsFromRight(String value) {
        return benefit.grants().from().of(value) == CountsFrom.When.START_OF_RIGHT;
    }

    private boolean isAlwaysFromRight() {
        return benefit.grants().from().usual() == CountsFrom.When.START_OF_RIGHT;
    }

    /** What goes along as somebody else says it, and is no result of the rule: it is named, and not counted. */
    private ArrayNode passesThrough() {
        List<String> names = new ArrayList<>(benefit.recipient().columnNames());
        if (benefit.payment().isPresent()) {
            names.addAll(List.of("name", "account"));
        }
        if (!names.isEmpty()) {
            told.say("passes-through", cases.use().id(), String.join(", ", names));
        }
        return Shown.texts(names);
    }

    /** Of n subjects of a run: what is seen without opening anything. */
    private void delivery(ObjectNode row) {
        boolean padded = benefit.recipient().padding().isPowerOfTwo();
        boolean always = benefit.recipient().padding().whenNobody();
        row.put(
                "size",
                padded ? "log2(log2(n) + 2) bits: padded to a power of two" : "log2(n + 1) bits: how many are new");
        row.put("presence", always ? "0 bits: there is one also when nobody is new" : "1 bit: whether anybody is new");
        told.say(padded ? "size-padded" : "size", cases.use().id());
        told.say(always ? "presence-always" : "presence", cases.use().id());
    }

    private void carried(Capacity capacity, ArrayNode rows) {
        ObjectNode row = rows.addObject();
        row.put("answer", capacity.answer());
        Map<String, Double> fields = new LinkedHashMap<>();
        capacity.fields().forEach(field -> fields.put(field.path(), rounded(field.bits())));
        row.set("fields", Shown.of(fields));
        row.put("bits", rounded(capacity.bits()));
        row.set("withoutLimit", Shown.texts(capacity.withoutLimit()));
        told.say(
                "could-carry",
                capacity.answer(),
                text(capacity.bits()),
                Integer.toString(capacity.fields().size()),
                Integer.toString(capacity.withoutLimit().size()));
    }

    /** To a thousandth of a bit. */
    private static double rounded(double bits) {
        return Math.round(bits * 1000) / 1000.0;
    }

    private static String text(double bits) {
        return String.format(Locale.ROOT, "%.3f", bits);
    }
}
