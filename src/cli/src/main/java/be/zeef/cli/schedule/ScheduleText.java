package be.zeef.cli.schedule;

import be.zeef.schedule.Moment;
import be.zeef.schedule.MomentRow;
import be.zeef.schedule.ScheduleDesk.Standing;
import be.zeef.subject.Today;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How an agreement's moments are shown: as a calendar in Belgian time, or as JSON in UTC. */
final class ScheduleText {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Today.ZONE);

    private ScheduleText() {}

    static void print(Standing standing, PrintWriter out) {
        out.println(standing.agreement());
        standing.pause()
                .ifPresent(pause -> out.println("  paused   since " + SHOWN.format(pause.since()) + " by "
                        + pause.clerk() + ": " + pause.reason()));
        List<MomentRow> last = standing.last();
        for (int i = last.size() - 1; i >= 0; i--) {
            out.println("  came     " + line(last.get(i)));
        }
        standing.next().forEach(moment -> out.println("  comes    " + SHOWN.format(moment.at())));
        if (standing.next().isEmpty()) {
            out.println("  comes    no more: the agreement ends before");
        }
        if (!standing.watched()) {
            out.println("  no service has looked at it yet: zeef serve");
        }
    }

    /** What became of one, in one line. */
    static String line(MomentRow row) {
        String text = SHOWN.format(row.at()) + "  " + row.state().word()
                + (row.why().isEmpty() ? "" : " (" + row.why() + ")");
        return row.on().equals(Today.at(row.at())) ? text : text + ", of " + row.on();
    }

    static Map<String, Object> json(Standing standing) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agreement", standing.agreement());
        json.put("watched", standing.watched());
        json.put("paused", standing.pause().isPresent());
        standing.pause().ifPresent(pause -> {
            json.put("pausedSince", pause.since().toString());
            json.put("pausedBy", pause.clerk());
            json.put("pauseReason", pause.reason());
        });
        json.put("came", standing.last().stream().map(ScheduleText::json).toList());
        json.put("comes", standing.next().stream().map(ScheduleText::json).toList());
        return json;
    }

    static Map<String, Object> json(MomentRow row) {
        Map<String, Object> json = moment(row.on().toString(), row.at());
        json.put("state", row.state().word());
        json.put("why", row.why());
        json.put("failures", row.failures());
        return json;
    }

    private static Map<String, Object> json(Moment moment) {
        return moment(moment.day().toString(), moment.at());
    }

    private static Map<String, Object> moment(String on, Instant at) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("on", on);
        json.put("at", at.toString());
        return json;
    }
}
