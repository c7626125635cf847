package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether the day of a refresh that an agreement asks about exists, and lies in the year that is granted. */
final class RefreshChecks {

    private static final String DAY_OF_REFRESH = "day-of-refresh";

    /** Any year: only days within one are compared. */
    private static final int YEAR = 2026;

    private final ServiceChecks.Teller teller;

    RefreshChecks(ServiceChecks.Teller teller) {
        this.teller = teller;
    }

    void check(JsonNode tree) {
        JsonNode list = tree.at("/sources/list");
        teller.tell(
                !tree.at("/schedule").has("daysAfterRefresh") || list.isObject(),
                "agreement.schedule-refresh",
                "/schedule/daysAfterRefresh");
        boolean measures = DAY_OF_REFRESH.equals(tree.at("/sources/ocmw/on").asText());
        teller.tell(!measures || list.isObject(), "agreement.no-refresh", "/sources/ocmw/on");
        boolean asked = measures || list.findValuesAsText("on").contains(DAY_OF_REFRESH);
        if (asked && "calendar-year".equals(tree.at("/grants/period").asText())) {
            Refresh refresh = AgreementReader.refresh(list);
            LocalDate first = LocalDate.of(YEAR, refresh.months().first(), refresh.day());
            moments(tree.path("schedule"), refresh).stream()
                    .min(LocalDate::compareTo)
                    .ifPresent(moment -> teller.tell(
                            !moment.isBefore(first),
                            "agreement.refresh-late",
                            "/schedule",
                            shown(moment),
                            shown(first)));
        }
    }

    private static List<LocalDate> moments(JsonNode schedule, Refresh refresh) {
        List<LocalDate> moments = new ArrayList<>();
        if (schedule.has("daysAfterRefresh")) {
            refresh.days()
                    .forEach(day -> moments.add(day.atYear(YEAR)
                            .plusDays(schedule.path("daysAfterRefresh").asInt())));
        }
        schedule.path("months")
                .forEach(month -> moments.add(
                        LocalDate.of(YEAR, month.asInt(), schedule.path("day").asInt())));
        schedule.path("dates").forEach(date -> moments.add(parsed(date.asText())));
        return moments;
    }

    /** A day that no calendar has is told by {@link DayChecks}; here it counts as the last of its month. */
    private static LocalDate parsed(String date) {
        LocalDate month = LocalDate.of(YEAR, Integer.parseInt(date.substring(0, 2)), 1);
        return month.withDayOfMonth(Math.min(month.lengthOfMonth(), Integer.parseInt(date.substring(3))));
    }

    private static String shown(LocalDate day) {
        return day.toString().substring(5);
    }
}
