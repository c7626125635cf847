package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TodayTest {

    @ParameterizedTest
    @MethodSource("be.zeef.subject.OfZone#zones")
    void isTheDayInBelgium_whateverTheZoneOfTheMachineOrOfTheClock(String zone) throws Exception {
        OfZone.in(zone, () -> {
            for (String other : OfZone.zones().toList()) {
                assertThat(Today.by(clock("2026-07-15T23:30:00Z", other))).isEqualTo(LocalDate.of(2026, 7, 16));
                assertThat(Today.by(clock("2026-07-15T21:59:59Z", other))).isEqualTo(LocalDate.of(2026, 7, 15));
                // winter time: midnight is at 23:00 UTC
                assertThat(Today.by(clock("2026-12-31T23:00:00Z", other))).isEqualTo(LocalDate.of(2027, 1, 1));
                assertThat(Today.by(clock("2026-12-31T22:59:59Z", other))).isEqualTo(LocalDate.of(2026, 12, 31));
            }
        });
    }

    private static Clock clock(String moment, String zone) {
        return Clock.fixed(Instant.parse(moment), ZoneId.of(zone));
    }
}
