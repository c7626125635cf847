package be.zeef.columns;

import be.zeef.packing.DeliveryChecks;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.Totals;
import be.zeef.subject.RecipientKey;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The rules of lines that grant a value to someone from one day until another, whatever their form. Remembers every key,
 * to see one that stands twice: memory grows by some hundred bytes a line.
 */
public final class PeriodChecks implements DeliveryChecks {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private final Rules rules;
    private final Optional<Period> within;
    private final Findings findings;
    private int place;
    private final Set<RecipientKey> keys = new HashSet<>();
    private final SortedMap<String, Long> perValue = new TreeMap<>();
    private String before = "";
    private int lines;

    /** @param within what the delivery is about, where that is known */
    public PeriodChecks(Rules rules, Optional<Period> within, Findings findings) {
        this.rules = rules;
        this.within = within;
        this.findings = findings;
    }

    /** Days, both included. */
    public record Period(LocalDate from, LocalDate until) {}

    /**
     * What this recipient is told.
     *
     * @param keyName what it calls whom it grants to
     * @param key the form of that key
     * @param otherKeys the other number spaces in which it knows whom it grants to, each with the form of its keys
     * @param valueName what it calls what is granted
     * @param values all it can be granted
     * @param columns what may go along of a population, in the order in which it is written, each with its form
     */
    public record Rules(
            String keyName,
            Pattern key,
            Map<String, Pattern> otherKeys,
            String valueName,
            SortedSet<String> values,
            Map<String, Pattern> columns) {

        public Rules {
            otherKeys = Collections.unmodifiableMap(new LinkedHashMap<>(otherKeys));
            values = new TreeSet<>(values);
            columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }

        /** Of one number space, and for whom nothing may go along. */
        public Rules(String keyName, Pattern key, String valueName, SortedSet<String> values) {
            this(keyName, key, Map.of(), valueName, values, Map.of());
        }

        /** Whether this recipient takes that, as that column; nothing that would end a field or that a spreadsheet runs. */
        public boolean takes(String column, String told) {
            boolean plain = told.chars().noneMatch(c -> c == ';' || Character.isISOControl(c)) && !Formula.starts(told);
            return plain
                    && columns.containsKey(column)
                    && columns.get(column).matcher(told).matches();
        }
    }

    @Override
    public void check(DeliveryLine line) {
        check(line, place + 1);
    }

    /** @param at which line of its file this is */
    void check(DeliveryLine line, int at) {
        place = at;
        lines++;
        require(ID.matcher(line.id()).matches(), "delivery.line-id", "id");
        require(line.id().compareTo(before) > 0, "delivery.line-order", "id");
        before = line.id();
        key(line.kind(), line.key());
        require(
                rules.values().contains(line.value()),
                "delivery.value",
                rules.valueName(),
                rules.valueName(),
                String.join(", ", rules.values()));
        period(line);
        line.columns().forEach((name, told) -> require(rules.takes(name, told), "delivery.column", name, name));
        perValue.merge(line.value(), 1L, Long::sum);
    }

    private void key(String kind, String key) {
        String name = kind.isEmpty() ? rules.keyName() : kind;
        Pattern form = kind.isEmpty() ? rules.key() : rules.otherKeys().get(kind);
        if (Formula.starts(key)) {
            require(false, "delivery.formula", name, name);
        } else {
            require(form != null && form.matcher(key).matches(), "delivery.key", name, name);
        }
        require(keys.add(new RecipientKey(kind, key)), "delivery.key-twice", name, name);
    }

    private void period(DeliveryLine line) {
        if (line.until().isBefore(line.from())) {
            require(false, "delivery.period", "until");
        } else if (within.isPresent()) {
            Period whole = within.get();
            boolean inside =
                    !line.from().isBefore(whole.from()) && !line.until().isAfter(whole.until());
            require(
                    inside,
                    "delivery.outside",
                    "from",
                    whole.from().toString(),
                    whole.until().toString());
        }
    }

    private void require(boolean good, String code, String field, String... arguments) {
        if (!good) {
            findings.add(Finding.error(code, Location.field(place, field), arguments));
        }
    }

    @Override
    public Totals totals() {
        return new Totals(lines, perValue);
    }
}
