package be.zeef.cli.text;

import be.zeef.abandonment.AbandonDesk.Outcome;
import be.zeef.abandonment.Abandonable;
import be.zeef.delivery.RunDeliveries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an unfinished run stands and what became of it, for a terminal and for machines. */
public final class AbandonText {

    private AbandonText() {}

    public static String open(Abandonable run) {
        String agreement = run.row().agreement();
        return String.join(
                System.lineSeparator(),
                stands(run),
                "Go on with it: zeef sync " + agreement + " --resume",
                run.isForTwo()
                        ? "If it cannot go on, two people sign that it is abandoned, each with a key of their own: zeef"
                                + " abandon " + agreement + " --reason TEXT --key FILE"
                        : "If it cannot go on, one person abandons it: zeef abandon " + agreement
                                + " --reason TEXT --by ID");
    }

    private static String stands(Abandonable run) {
        return run.row().agreement() + ": the sync of " + run.row().on() + " got to "
                + run.row().state() + ". Handed over, or perhaps: "
                + Count.of(run.files().size(), "question file", "question files") + ", "
                + Count.of(run.deliveries().size() + run.others(), "delivery or tariff", "deliveries or tariffs")
                + "; packed and not handed over: "
                + Count.of(run.withheld().size(), "delivery", "deliveries") + ".";
    }

    public static String done(Outcome outcome) {
        Abandonable run = outcome.run();
        String agreement = run.row().agreement();
        if (!outcome.done()) {
            return "Signed once. Another person must sign the same: zeef abandon " + agreement + " --key FILE";
        }
        String freed = outcome.freed() == 0
                ? ""
                : " " + Count.of(outcome.freed(), "grant", "grants") + " of what was not handed over "
                        + (outcome.freed() == 1 ? "goes" : "go") + " out with the next sync.";
        return "The sync of " + agreement + " on " + run.row().on() + " is abandoned." + freed
                + " Begin another one: zeef sync " + agreement;
    }

    public static Map<String, Object> json(Abandonable run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agreement", run.row().agreement());
        json.put("on", run.row().on().toString());
        json.put("state", run.row().state().name());
        json.put("questionFiles", run.files().size());
        json.put("deliveries", names(run.deliveries()));
        json.put("others", run.others());
        json.put("withheld", names(run.withheld()));
        json.put("people", run.isForTwo() ? 2 : 1);
        return json;
    }

    public static Map<String, Object> json(Outcome outcome) {
        Map<String, Object> json = json(outcome.run());
        json.put("reason", outcome.reason());
        json.put("abandoned", outcome.done());
        json.put("freed", outcome.freed());
        return json;
    }

    private static List<String> names(List<RunDeliveries.Packed> deliveries) {
        return deliveries.stream().map(RunDeliveries.Packed::name).toList();
    }
}
