package be.zeef.run.file;

import be.zeef.ledger.event.CallIntent;
import be.zeef.plan.SyncPlan;
import be.zeef.run.Run;
import be.zeef.source.StatusAsked;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run asks of a list source, for the ledger: days and codes are the agreement's, and nothing of a person is in them. */
public final class AskedOfList {

    private AskedOfList() {}

    public static CallIntent.Asked by(Run run) {
        SyncPlan.ListPart list = run.plan().list().orElseThrow();
        Map<String, List<String>> parameters = new TreeMap<>();
        parameters.put("operation", List.of(list.operation()));
        list.statuses().forEach(status -> parameters.put(status.name(), terms(status)));
        return new CallIntent.Asked(
                run.row().version(),
                list.statuses().stream()
                        .map(status -> StatusAsked.fact(status.name()))
                        .distinct()
                        .toList(),
                parameters);
    }

    /** The day a status is asked about, and among whom. */
    private static List<String> terms(StatusAsked status) {
        return Stream.of(
                        Stream.of(status.on().toString()),
                        status.postcodes().stream().map(code -> "postcode " + code),
                        status.maximumAge().stream().mapToObj(age -> "age " + age))
                .flatMap(each -> each)
                .toList();
    }
}
