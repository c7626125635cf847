package be.zeef.payment.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An answer as it was made up, and what it says by the promise: written from the issue, beside the code. Reasons are as {@link Pain002} writes them.
 *
 * @param file the name it answers to
 * @param ids of the transfers in that file
 */
record SaidByBank(String file, List<String> ids, Level group, Level batch, List<Entry> entries, String version) {

    private static final Set<String> CERTAIN = Set.of("AM04", "FF01", "AC04");
    private static final String DUPLICATE = "AM05";
    private static final Set<String> UNSAID = Set.of("", "PART");

    record Level(String status, List<String> reasons) {}

    /** @param id that it names, of whatever kind; empty for none */
    record Entry(String id, boolean byInstruction, Level level) {}

    Pain002 written() {
        Pain002 answer = Pain002.to(file)
                .in(version)
                .group(group.status, group.reasons.toArray(String[]::new))
                .batch(batch.status, batch.reasons.toArray(String[]::new));
        for (Entry entry : entries) {
            String[] reasons = entry.level.reasons.toArray(String[]::new);
            if (entry.byInstruction) {
                answer.by(entry.id, "", entry.level.status, reasons);
            } else {
                answer.by("", entry.id, entry.level.status, reasons);
            }
        }
        return answer;
    }

    private List<Entry> about(String id) {
        return entries.stream()
                .filter(entry -> entry.id.equals(id) || (entry.id.isEmpty() && ids.equals(List.of(id))))
                .toList();
    }

    private boolean isWhole(String status) {
        return group.status.equals(status) || batch.status.equals(status);
    }

    private boolean refusesSomebodyUnknown() {
        return entries.stream()
                .filter(entry -> Set.of("RJCT", "CANC").contains(entry.level.status)
                        || (entry.level.status.isEmpty() && isWhole("RJCT")))
                .anyMatch(entry -> ids.stream().noneMatch(id -> about(id).contains(entry)));
    }

    /** An entry without a status, where nothing is said of all either: it takes nothing back of what another says of the same. */
    private boolean saysNothing(Entry entry) {
        return entry.level.status.isEmpty() && UNSAID.contains(group.status) && UNSAID.contains(batch.status);
    }

    private boolean names(String reason) {
        return group.reasons.contains(reason)
                || batch.reasons.contains(reason)
                || entries.stream().anyMatch(entry -> entry.level.reasons.contains(reason));
    }

    /** Whether it leaves no doubt that this transfer moved nothing: refused, for known reasons only, and nothing else is said. */
    boolean surelyRefuses(String id) {
        List<Entry> own = about(id);
        List<Entry> saying = own.stream().filter(entry -> !saysNothing(entry)).toList();
        boolean refused = own.isEmpty()
                ? isWhole("RJCT") && !refusesSomebodyUnknown()
                : !saying.isEmpty()
                        && saying.stream()
                                .allMatch(entry -> entry.level.status.equals("RJCT")
                                        || (entry.level.status.isEmpty() && isWhole("RJCT")));
        List<String> reasons = new ArrayList<>(group.reasons);
        reasons.addAll(batch.reasons);
        own.forEach(entry -> reasons.addAll(entry.level.reasons));
        return refused && !reasons.isEmpty() && CERTAIN.containsAll(reasons) && !names(DUPLICATE) && !isWhole("ACSC");
    }

    /** Whether it says, of this transfer and of no other thing, that the money went. */
    boolean surelyAccepts(String id) {
        boolean alone = !isWhole("RJCT") && !isWhole("CANC");
        boolean all = group.status.equals("ACSC") && batch.status.isEmpty() && entries.isEmpty();
        List<Entry> own = about(id);
        return all || (alone && !own.isEmpty() && own.stream().allMatch(entry -> entry.level.status.equals("ACSC")));
    }

    boolean mayAccept(String id) {
        return isWhole("ACSC") || about(id).stream().anyMatch(entry -> entry.level.status.equals("ACSC"));
    }

    boolean takesForADuplicate() {
        return group.status.equals("RJCT")
                && entries.isEmpty()
                && batch.status.isEmpty()
                && group.reasons.contains(DUPLICATE);
    }

    /** Whether it refuses this transfer by its id, and not as a duplicate. */
    boolean refusesByName(String id) {
        return !names(DUPLICATE)
                && entries.stream().anyMatch(entry -> entry.id.equals(id) && entry.level.status.equals("RJCT"));
    }
}
