package be.zeef.source.ocmw;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.OcmwSettings;
import be.zeef.subject.Insz;
import be.zeef.subject.OfZone;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A measure of one day holds on that day and on no other, whatever zone the machine is set to. */
class DayOfTheMeasureTest {

    @ParameterizedTest
    @MethodSource("be.zeef.subject.OfZone#zones")
    void holdsOnItsDayOnly(String zone) throws Exception {
        OfZone.in(zone, () -> holdsOnItsDay(zone));
    }

    private static void holdsOnItsDay(String zone) throws SQLException {
        String url = "jdbc:h2:mem:measures-" + zone.replace("/", "-");
        LocalDate day = LocalDate.of(2026, 7, 16);
        try (Connection owner = DriverManager.getConnection(url, "sa", "");
                Statement statement = owner.createStatement()) {
            statement.execute("create table dossier (insz varchar(11), maatregel varchar(10), begin date, einde date)");
            statement.execute(
                    "insert into dossier values ('85651200136', 'CSR', date '2026-07-16', date '2026-07-16')");
            Insz person = Insz.of("85651200136", Realm.SANDBOX);
            try (JdbcOcmwRegister register = new JdbcOcmwRegister(at(url), Realm.SANDBOX)) {
                assertThat(register.hasMeasure(person, Set.of("CSR"), day)).isTrue();
                assertThat(register.hasMeasure(person, Set.of("CSR"), day.minusDays(1)))
                        .isFalse();
                assertThat(register.hasMeasure(person, Set.of("CSR"), day.plusDays(1)))
                        .isFalse();
            }
        }
    }

    private static OcmwSettings at(String url) {
        Duration within = Duration.ofSeconds(5);
        return new OcmwSettings(url, Path.of("drivers"), Map.of(), "sa", "", "dossier", 2, within, within);
    }
}
