package be.zeef.source.ksz;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.ListQuestion;
import be.zeef.source.StatusAsked;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Gathers the people of one answer into cells, and counts what is odd about them. */
final class PersonResults {

    private final ListQuestion question;
    private final List<Cells> cells = new ArrayList<>();
    private final List<BitSet> seen = new ArrayList<>();
    private long notAsked;
    private long statusNotAsked;
    private long doubled;
    private long contradicted;
    private long doubtful;

    PersonResults(ListQuestion question) {
        this.question = question;
        question.statuses().forEach(status -> {
            cells.add(new Cells(question.persons().size()));
            seen.add(new BitSet(question.persons().size()));
        });
    }

    void add(PersonSeen person, int status, StatusAsked asked) {
        if (status < 0) {
            statusNotAsked++;
            return;
        }
        int place = question.persons().placeOf(Long.parseLong(person.insz));
        if (place < 0) {
            notAsked++;
            return;
        }
        Ternary value = person.on(asked.on());
        doubtful += person.doubtful() ? 1 : 0;
        BitSet before = seen.get(status);
        if (!before.get(place)) {
            before.set(place);
            keep(cells.get(status), place, value);
        } else if (cells.get(status).get(place) == value) {
            doubled++;
        } else {
            contradicted++;
            cells.get(status).unknown(place, Cause.CONTRADICTED);
        }
    }

    private static void keep(Cells cells, int place, Ternary value) {
        if (value == Ternary.UNKNOWN) {
            cells.unknown(place, Cause.DOUBTFUL);
        } else {
            cells.set(place, value);
        }
    }

    List<Cells> cells() {
        return List.copyOf(cells);
    }

    void tell(Findings findings) {
        long missing = 0;
        for (BitSet before : seen) {
            missing += question.persons().size() - before.cardinality();
        }
        tell(findings, "list.person-missing", missing);
        tell(findings, "list.person-not-asked", notAsked);
        tell(findings, "list.status-not-asked", statusNotAsked);
        tell(findings, "list.person-doubled", doubled);
        tell(findings, "list.person-contradicted", contradicted);
        tell(findings, "list.period-doubtful", doubtful);
    }

    private static void tell(Findings findings, String code, long count) {
        if (count > 0) {
            findings.add(Finding.warning(code, Location.WHOLE, Long.toString(count)));
        }
    }
}
