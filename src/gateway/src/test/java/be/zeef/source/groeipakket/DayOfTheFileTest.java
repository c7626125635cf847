package be.zeef.source.groeipakket;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.allowance.AllowanceRow;
import be.zeef.subject.DayRule;
import be.zeef.subject.OfZone;
import be.zeef.subject.Realm;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing in a file happened after the day on which it was made, and that day is a day in Belgium. */
class DayOfTheFileTest {

    @ParameterizedTest
    @MethodSource("be.zeef.subject.OfZone#zones")
    void believesABirthOfTheDayTheFileWasMade_andNoneOfTheDayAfter(String zone) throws Exception {
        OfZone.in(zone, () -> {
            // 00:30 on the first of July in Belgium, and an hour before that
            assertThat(checked("2026-06-30T22:30:00Z", "2026-07-01")).isInstanceOf(AllowanceRow.Granted.class);
            assertThat(checked("2026-06-30T21:30:00Z", "2026-07-01"))
                    .isInstanceOfSatisfying(AllowanceRow.Faulty.class, faulty -> assertThat(faulty.code())
                            .isEqualTo("later-than-file"));
        });
    }

    @Test
    void believesNoNumberOfABirthAfterTheFile() {
        String ofTheSecondOfJuly = "26670200113";
        DayRule days = new DayRule(Realm.SANDBOX, Clock.fixed(Instant.parse("2026-08-01T10:00:00Z"), ZoneOffset.UTC));

        assertThat(checked(days, "2026-07-02T10:00:00Z", "2026-07-01", ofTheSecondOfJuly))
                .isInstanceOf(AllowanceRow.Granted.class);
        assertThat(checked(days, "2026-07-01T10:00:00Z", "2026-07-01", ofTheSecondOfJuly))
                .isInstanceOfSatisfying(AllowanceRow.Faulty.class, faulty -> assertThat(faulty.code())
                        .isEqualTo("child-insz"));
    }

    private static AllowanceRow checked(String created, String born) {
        return checked(new DayRule(Realm.SANDBOX, Clock.systemUTC()), created, born, "85651200136");
    }

    private static AllowanceRow checked(DayRule days, String created, String born, String child) {
        return new RowChecks(days, Instant.parse(created))
                .check(new RawRow(
                        new AllowanceRow.Place(1, 2),
                        RawRow.Kind.GRANT,
                        "GB-1",
                        child,
                        born,
                        born,
                        "no",
                        "37018",
                        "8750",
                        List.of(new RawRow.Payee("85651200136", "Ouder", "BE68539007547034"))));
    }
}
