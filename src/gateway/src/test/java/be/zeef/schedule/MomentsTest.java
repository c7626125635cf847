package be.zeef.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.Validity;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.terms.Schedule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final Validity LONG = new Validity(LocalDate.of(2026, 1, 1), LocalDate.of(2060, 12, 31));

    /** The clock is put forward at 02:00 on 29 March 2026 and put back at 03:00 on 25 October 2026. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 02:30, 2026-03-28T01:30:00Z",
        "2026-03-29, 01:59, 2026-03-29T00:59:00Z",
        "2026-03-29, 02:00, 2026-03-29T01:00:00Z",
        "2026-03-29, 02:30, 2026-03-29T01:00:00Z",
        "2026-03-29, 03:00, 2026-03-29T01:00:00Z",
        "2026-03-29, 06:00, 2026-03-29T04:00:00Z",
        "2026-10-25, 01:59, 2026-10-24T23:59:00Z",
        "2026-10-25, 02:00, 2026-10-25T00:00:00Z",
        "2026-10-25, 02:30, 2026-10-25T00:30:00Z",
        "2026-10-25, 03:00, 2026-10-25T02:00:00Z",
        "2026-10-25, 06:00, 2026-10-25T05:00:00Z"
    })
    void areAtTheTimeInBelgium_theFirstOfTwo_orWhenTheClockIsPutForward(LocalDate day, LocalTime time, Instant at) {
        assertThat(Moments.instant(day, time)).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gent-huisvuilzakken | 2026-01-16 2026-04-16 2026-07-16 2026-10-16",
                "gent-onderwijs | 2026-01-01 2026-03-01 2026-05-01 2026-06-15 2026-09-15 2026-11-01",
                "gent-uitpas | 2026-04-01",
                "heusden-zolder-kinderopvang | 2026-08-20",
                "wingene-geboortepremie | 2026-01-01 2026-02-01 2026-03-01 2026-04-01 2026-05-01 2026-06-01 2026-07-01"
                        + " 2026-08-01 2026-09-01 2026-10-01 2026-11-01 2026-12-01",
                "wingene-korting | ''"
            })
    void areThoseThatTheAgreementsName(String id, String days) {
        Agreement agreement = new Agreements(Path.of("mappings")).load(id);

        assertThat(Moments.of(agreement)
                        .from(Instant.parse("2025-12-31T00:00:00Z"))
                        .takeWhile(moment -> moment.day().getYear() == 2026))
                .extracting(moment -> moment.day().toString())
                .containsExactly(days.isEmpty() ? new String[0] : days.split(" "));
    }

    @Test
    void endWithTheAgreement() {
        Moments moments = Moments.of(new Agreements(Path.of("mappings")).load("gent-uitpas"));

        assertThat(moments.next(Instant.parse("2028-03-31T00:00:00Z")))
                .hasValueSatisfying(moment -> assertThat(moment.day()).isEqualTo("2028-04-01"));
        assertThat(moments.next(Instant.parse("2028-04-01T04:00:00Z"))).isEmpty();
    }

    /** A moment that begins at this very instant is not after it: who asks for the next one is told it once. */
    @Test
    void areAfterTheInstant_andNotAtIt() {
        Moments moments = of(0, "06:00", "--09-15");
        Moment first = moments.next(Instant.parse("2026-09-15T03:59:59.999Z")).orElseThrow();

        assertThat(first.at()).isEqualTo("2026-09-15T04:00:00Z");
        assertThat(moments.next(first.at()).orElseThrow().day()).isEqualTo("2027-09-15");
        assertThat(moments.on(first.day())).hasValue(first);
        assertThat(moments.on(first.day().minusDays(1))).isEmpty();
        assertThat(moments.on(first.day().plusDays(1))).isEmpty();
    }

    /** So many days after a refresh can be in another year, and one of them less where February has 29 days. */
    @Test
    void followARefresh_overTheEndOfAYear() {
        assertThat(of(60, "06:00", "--01-01", "--12-15")
                        .from(Instant.parse("2027-01-01T00:00:00Z"))
                        .limit(4))
                .extracting(moment -> moment.day().toString())
                .containsExactly("2027-02-13", "2027-03-02", "2028-02-13", "2028-03-01");
    }

    private static Moments of(int daysAfter, String at, String... named) {
        TreeSet<MonthDay> days =
                new TreeSet<>(List.of(named).stream().map(MonthDay::parse).toList());
        return new Moments(Optional.of(new Schedule(days, daysAfter, LocalTime.parse(at), Schedule.Missed.TELL)), LONG);
    }
}
