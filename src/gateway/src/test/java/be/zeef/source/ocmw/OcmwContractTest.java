package be.zeef.source.ocmw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.settings.Settings;
import be.zeef.source.OcmwRegister;
import be.zeef.source.SourceUnavailableException;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link OcmwRegister} promises, on each kind of database that a town may have. */
class OcmwContractTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);
    private static final Set<String> MEASURES = Set.of("BB", "BG");

    @TempDir
    Path folder;

    /** What a test does with the register and the town's own connection. */
    private interface Work {
        void with(JdbcOcmwRegister register, Statement town) throws Exception;
    }

    private void on(TestDatabase database, Work work) throws Exception {
        Settings.Database at = database.at(folder);
        Map<String, String> login = Map.of("user", at.user(), "password", at.password());
        try (Connection town = DriverManager.getConnection(at.url(), at.user(), at.password());
                Statement statement = town.createStatement();
                JdbcOcmwRegister register = new JdbcOcmwRegister(
                        Welfare.settings(at.url(), folder.resolve("none"), login), Realm.SANDBOX)) {
            Welfare.fill(town, LongStream.empty());
            work.with(register, statement);
        }
    }

    private static void row(Statement town, long person, String measure, String begin, String end) throws Exception {
        town.execute("insert into dossier values ('" + digits(person) + "', '" + measure + "', date '" + begin + "', "
                + (end.isEmpty() ? "null" : "date '" + end + "'") + ")");
    }

    private static String digits(long person) {
        return Insz.ofChecked(person).digits();
    }

    private static List<Long> told(OcmwRegister register, long... people) {
        List<Long> told = new ArrayList<>();
        register.withMeasure(MEASURES, ON, LongStream.of(people), told::add);
        return told;
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhoHasOneOfTheMeasures_fromTheFirstDayToTheLast(TestDatabase database) throws Exception {
        on(database, (register, town) -> {
            long open = Welfare.person(1);
            long begins = Welfare.person(2);
            long ends = Welfare.person(3);
            long over = Welfare.person(4);
            long later = Welfare.person(5);
            long other = Welfare.person(6);
            long nothing = Welfare.person(7);
            row(town, open, "BB", "2020-01-01", "");
            row(town, begins, "BG", "2026-07-16", "");
            row(town, ends, "BB", "2020-01-01", "2026-07-16");
            row(town, over, "BB", "2020-01-01", "2026-07-15");
            row(town, later, "BB", "2026-07-17", "");
            row(town, other, "LL", "2020-01-01", "");

            assertThat(told(register, open, begins, ends, over, later, other, nothing))
                    .containsExactlyInAnyOrder(open, begins, ends);
            for (long person : new long[] {open, begins, ends, over, later, other, nothing}) {
                assertThat(register.hasMeasure(Insz.ofChecked(person), MEASURES, ON))
                        .isEqualTo(Set.of(open, begins, ends).contains(person));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void tellsEachOnce_howeverManyMeasuresThereAre(TestDatabase database) throws Exception {
        on(database, (register, town) -> {
            long person = Welfare.person(1);
            row(town, person, "BB", "2020-01-01", "");
            row(town, person, "BB", "2021-01-01", "");
            row(town, person, "BG", "2022-01-01", "");

            assertThat(told(register, person)).containsExactly(person);
        });
    }

    @ParameterizedTest
    @EnumSource
    void tellsAboutNobodyElse_andAboutNobodyWhenNobodyIsAskedAbout(TestDatabase database) throws Exception {
        on(database, (register, town) -> {
            row(town, Welfare.person(1), "BB", "2020-01-01", "");
            row(town, Welfare.person(2), "BB", "2020-01-01", "");

            assertThat(told(register, Welfare.person(2))).containsExactly(Welfare.person(2));
            assertThat(told(register)).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void isUnavailable_whenTheViewIsNotThere(TestDatabase database) throws Exception {
        on(database, (register, town) -> {
            town.execute("drop view zeef_maatregel");

            assertThatThrownBy(() -> told(register, Welfare.person(1)))
                    .isInstanceOf(SourceUnavailableException.class)
                    .hasMessageContaining("insz, maatregel, begin, einde");
        });
    }
}
