package be.zeef.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.terms.Schedule;
import be.zeef.agreement.terms.Schedule.Missed;
import be.zeef.settings.ScheduleSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Agreements with other moments than they ship with, and what the ledger says of them. */
final class Fixtures {

    static final ScheduleSettings SETTINGS = new ScheduleSettings(
            true,
            Duration.ofHours(1),
            3,
            Duration.ofMinutes(15),
            Duration.ofDays(7),
            Duration.ofMillis(20),
            Duration.ofMinutes(4),
            Duration.ofMillis(500));

    private static final ObjectMapper JSON = new ObjectMapper();

    private Fixtures() {}

    static Agreement shipped(String id) {
        return new Agreements(Path.of("mappings")).load(id);
    }

    /** On these days of every year, as MM-DD. */
    static Agreement at(String id, String time, Missed missed, String... days) {
        return with(
                shipped(id),
                Optional.of(new Schedule(
                        Arrays.stream(days)
                                .map(day -> MonthDay.parse("--" + day))
                                .collect(Collectors.toCollection(TreeSet::new)),
                        0,
                        LocalTime.parse(time),
                        missed)));
    }

    static Agreement with(Agreement from, Optional<Schedule> schedule) {
        return new Agreement(
                from.id(),
                from.version(),
                from.subject(),
                from.list(),
                from.services(),
                from.measures(),
                from.advice(),
                from.benefit(),
                from.benefits(),
                from.validity(),
                from.assumptions(),
                from.payment(),
                from.claims(),
                from.justified(),
                from.retention(),
                schedule);
    }

    /** What the ledger has of moments, each as {@code day became (why)}. */
    static List<String> told(Jdbi jdbi, String agreement) {
        return jdbi.withHandle(handle -> handle.select(
                        "select body from ledger_entry where kind = 'MOMENT' and agreement = ? order by id", agreement)
                .mapTo(String.class)
                .map(Fixtures::words)
                .list());
    }

    private static String words(String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            String why = tree.path("why").asText();
            return tree.path("on").asText() + " " + tree.path("became").asText()
                    + (why.isEmpty() ? "" : " (" + why + ")");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
