package be.zeef.counter.door;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.CounterSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Who counts with whom, and for how long. */
class VisitorsTest {

    private static final Instant NOW = Instant.parse("2026-07-16T08:00:00Z");

    private static Visitors visitors(int most, int perAddress, int newPerMinute, Clock clock) {
        Duration any = Duration.ofSeconds(1);
        return new Visitors(
                new CounterSettings.Connections(most, perAddress, newPerMinute, 2, any, any, any, any), clock);
    }

    private static Visitors visitors(int most, int perAddress, int newPerMinute) {
        return visitors(most, perAddress, newPerMinute, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static InetAddress at(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    @Test
    void anIpv6NetworkCountsAsOne_andAnotherByItself() throws Exception {
        Visitors visitors = visitors(10, 2, 100);
        assertThat(visitors.admits(at("2001:db8::1"))).isTrue();
        assertThat(visitors.admits(at("2001:db8::ffff:2"))).isTrue();
        assertThat(visitors.admits(at("2001:db8::3"))).isFalse();
        assertThat(visitors.admits(at("2001:db8:0:1::1"))).isTrue();
        visitors.left(at("2001:db8::1"));
        assertThat(visitors.admits(at("2001:db8::3"))).isTrue();
    }

    @Test
    void whoLeftTakesNoPlace_howeverOften() throws Exception {
        Visitors visitors = visitors(2, 1, 100_000);
        for (int i = 0; i < 50_000; i++) {
            assertThat(visitors.admits(at("192.0.2.1"))).isTrue();
            assertThat(visitors.admits(at("192.0.2.1"))).isFalse();
            visitors.left(at("192.0.2.1"));
        }
    }

    @Test
    void aNewMinuteBeginsAnew() throws Exception {
        var clock = new Clock() {
            private Instant now = NOW;

            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        Visitors visitors = visitors(10, 10, 1, clock);
        assertThat(visitors.admits(at("192.0.2.1"))).isTrue();
        assertThat(visitors.admits(at("192.0.2.1"))).isFalse();
        visitors.refused(at("192.0.2.1"));
        assertThat(visitors.triesTooOften(at("192.0.2.1"))).isFalse();
        visitors.refused(at("192.0.2.1"));
        assertThat(visitors.triesTooOften(at("192.0.2.1"))).isTrue();
        assertThat(visitors.triesTooOften(at("192.0.2.2"))).isFalse();
        clock.now = NOW.plusSeconds(60);
        assertThat(visitors.admits(at("192.0.2.1"))).isTrue();
        assertThat(visitors.triesTooOften(at("192.0.2.1"))).isFalse();
    }

    /** Whoever has a million addresses does not make us remember them all. */
    @Test
    void addressesBeyondTenThousandInAMinuteCountTogether() throws Exception {
        Visitors visitors = visitors(1_000_000, 10, 3);
        int admitted = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] address = {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i};
            admitted += visitors.admits(InetAddress.getByAddress(address)) ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(10_000 + 3);
    }
}
