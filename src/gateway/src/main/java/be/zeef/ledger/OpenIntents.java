package be.zeef.ledger;

import be.zeef.ledger.event.Deed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pairs intents with their outcomes while entries pass by in order. Memory holds those that are open. One thread's. */
final class OpenIntents {

    private final Map<String, OpenIntent> open = new LinkedHashMap<>();

    void see(Entry entry) {
        Deed.ofIntent(entry.kind()).ifPresent(deed -> {
            String name = deed.namesEntry() ? Long.toString(entry.id()) : field(entry.body(), deed.names());
            open.put(
                    key(deed, name),
                    new OpenIntent(
                            deed,
                            entry.id(),
                            entry.at(),
                            field(entry.body(), "notAfter"),
                            entry.agreement(),
                            entry.syncId(),
                            name));
        });
        Deed.ofOutcome(entry.kind()).ifPresent(deed -> open.remove(key(deed, field(entry.body(), deed.names()))));
    }

    /** This one has its outcome. */
    void forget(OpenIntent intent) {
        open.remove(key(intent.deed(), intent.name()));
    }

    /** In the order of their entries. */
    List<OpenIntent> all() {
        return List.copyOf(open.values());
    }

    private static String key(Deed deed, String name) {
        return deed.name() + " " + name;
    }

    /**
     * A field of a body as the ledger writes it, a number or a text without escapes; empty when it is not there. A quote
     * within a text is escaped, so what is found is a field and no text that looks like one.
     */
    static String field(String body, String name) {
        String before = "\"" + name + "\":";
        int begin = body.indexOf(before);
        if (begin < 0) {
            return "";
        }
        begin += before.length();
        int end = begin;
        while (body.charAt(end) != ',' && body.charAt(end) != '}') {
            end++;
        }
        return body.substring(begin, end).replace("\"", "");
    }
}
