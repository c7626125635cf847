package be.zeef.source.advice;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.source.advice.AdviceReply.Given;
import be.zeef.source.advice.AdviceReply.Word;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Automatisch Advies over mutual TLS, against what the synthetic city's truth says. */
class RemoteAdviceTruthTest extends RemoteAdviceCase {

    @Test
    void advisesAsTheTruthSays_aboutTheTariff() {
        Map<String, AdviceReply> expected = new HashMap<>();
        Map<String, AdviceReply> given = new HashMap<>();
        people.entrySet().stream().limit(60).forEach(each -> {
            String insz = each.getKey();
            String[] fields = each.getValue();
            boolean yes = fields[4].equals("44021") && (hasStatus(fields[5]) || hasMeasure(truth.get(insz)));
            boolean faulty = !yes && fields[4].equals("44021") && fields[5].equals("?");
            String no = fields[4].equals("44021") ? "NO_STATUS" : "ELSEWHERE";
            Word word = yes ? Word.POSITIVE : faulty ? Word.UNDETERMINED : Word.NEGATIVE;
            String reason = yes ? "ENTITLED" : faulty ? "FAULTY_HOUSEHOLD" : no;
            expected.put(insz, new Given(word, Map.of(), List.of(reason)));
            given.put(insz, ask(CASE, Insz.of(insz, Realm.SANDBOX)));
        });
        assertThat(given).isEqualTo(expected);
        assertThat(Set.copyOf(given.values())).as("the city has all three").hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void advisesAsTheTruthSays_aboutTheClassOfEachKindOfHousehold() {
        Set<String> met = new HashSet<>();
        Map<String, Integer> asked = new HashMap<>();
        people.forEach((insz, fields) -> {
            String child = Set.of("03", "13").contains(fields[2]) ? classOf(fields[1]) : "UNDETERMINED";
            String expected = fields[4].equals("overleden") ? "NEGATIVE" : child;
            if (asked.merge(expected, 1, Integer::sum) <= 6) {
                Given given = (Given) ask("gent-onderwijs", Insz.of(insz, Realm.SANDBOX));
                assertThat(
                                given.word() == Word.POSITIVE
                                        ? given.flags().get("klasse")
                                        : given.word().toString())
                        .isEqualTo(expected);
                met.add(expected);
            }
        });
        assertThat(met).contains("A", "B", "C", "NEGATIVE", "UNDETERMINED");
    }

    private static String classOf(String head) {
        List<String[]> parents = people.values().stream()
                .filter(fields -> fields[1].equals(head) && !fields[4].equals("overleden"))
                .filter(fields -> Set.of("01", "02", "22").contains(fields[2]))
                .toList();
        if (parents.stream().anyMatch(fields -> holds(fields[6], fields[7]))) {
            return "A";
        }
        if (parents.isEmpty() || parents.stream().anyMatch(fields -> fields[8].isEmpty())) {
            return "UNDETERMINED";
        }
        Map<String, Long> columns = new HashMap<>();
        for (String[] fields : parents) {
            long all = Long.parseLong(fields[9]);
            long first = all * 3 / 5;
            fields[10]
                    .chars()
                    .forEach(column -> columns.put(fields[8] + (char) column, column == 'A' ? first : all - first));
        }
        long cents = columns.values().stream().mapToLong(Long::longValue).sum();
        return cents < 2_300_000 ? "B" : cents < 3_300_000 ? "C" : "NEGATIVE";
    }

    private static boolean hasStatus(String span) {
        return !span.isEmpty() && holds(span.split("/", -1)[0], span.split("/", -1)[1]);
    }

    private static boolean hasMeasure(String[] fields) {
        return Set.of("CSR", "BB", "BG", "LL").contains(fields[4]) && holds(fields[5], fields[6]);
    }

    private static boolean holds(String begin, String end) {
        return !begin.isEmpty()
                && !LocalDate.parse(begin).isAfter(ON)
                && (end.isEmpty() || !LocalDate.parse(end).isBefore(ON));
    }
}
