package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Numbers right by their arithmetic that nobody has: of a serial that is not given, or of a birth that is still to come. */
class NumbersOfNobodyTest {

    /** A quarter past midnight of the 26th in Belgium, and still the 25th in UTC. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T23:15:00Z"), ZoneOffset.UTC);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate RUN = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    /** Of this kind; a month or a day of 0 is one that the number does not tell. */
    private static String number(InszKind kind, int year, int month, int day, int serial) {
        int added = kind.ordinal() * 20;
        long first = ((year % 100) * 10_000L + (added + month) * 100L + day) * 1000 + serial;
        return "%011d".formatted(first * 100 + 97 - (year >= 2000 ? 2_000_000_000L + first : first) % 97);
    }

    @ParameterizedTest
    @EnumSource(InszKind.class)
    void shouldRefuseTheSerialsThatNobodyIsGiven_ofEveryKind(InszKind kind) {
        for (int serial : new int[] {0, 999}) {
            String number = number(kind, 1985, 5, 12, serial);
            assertThat(Insz.fault(number, kind.realm())).contains(InszFault.SERIAL);
            assertThat(Insz.parse(number)).isEmpty();
            assertThatThrownBy(() -> Insz.of(number, kind.realm()))
                    .hasMessageEndingWith("SERIAL")
                    .hasMessageNotContaining(number);
        }
        for (int serial : new int[] {1, 997, 998}) {
            assertThat(Insz.fault(number(kind, 1985, 5, 12, serial), kind.realm()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(InszKind.class)
    void shouldRefuseABirthThatIsStillToCome_inBelgium(InszKind kind) {
        LocalDate by = new DayRule(kind.realm(), CLOCK).bornBy(TODAY);

        assertThat(Insz.fault(number(kind, 2026, 11, 26, 1), kind.realm(), by)).isEmpty();
        String tomorrows = number(kind, 2026, 11, 27, 1);
        assertThat(Insz.fault(tomorrows, kind.realm(), by)).contains(InszFault.NOT_BORN);
        assertThat(Insz.fault(number(kind, 2027, 1, 1, 1), kind.realm(), by)).contains(InszFault.NOT_BORN);
        assertThat(Insz.fault(number(kind, 1927, 1, 1, 1), kind.realm(), by)).isEmpty();
        assertThatThrownBy(() -> Insz.of(tomorrows, kind.realm(), by))
                .hasMessageEndingWith("NOT_BORN")
                .hasMessageNotContaining(tomorrows);
    }

    @ParameterizedTest
    @CsvSource({"2026, 0, 0, true", "2026, 11, 0, true", "2026, 12, 0, false", "2027, 0, 0, false"})
    void shouldRefuseABirthThatIsNotToldWhole_onlyWhenItCannotHaveBeen(int year, int month, int day, boolean taken) {
        assertThat(Insz.fault(number(InszKind.BIS, year, month, day, 1), Realm.PRODUCTION, TODAY))
                .isEqualTo(taken ? Optional.empty() : Optional.of(InszFault.NOT_BORN));
    }

    @Test
    void shouldTakeTodayForALateRun_andADayToComeInTheSandboxOnly() {
        LocalDate later = TODAY.plusMonths(2);
        assertThat(new DayRule(Realm.PRODUCTION, CLOCK).bornBy(RUN)).isEqualTo(TODAY);
        assertThat(new DayRule(Realm.SANDBOX, CLOCK).bornBy(RUN)).isEqualTo(TODAY);
        assertThat(new DayRule(Realm.SANDBOX, CLOCK).bornBy(later)).isEqualTo(later);
        assertThat(new DayRule(Realm.PRODUCTION, CLOCK).bornBy(later)).isEqualTo(TODAY);
    }

    @Test
    void shouldReadTheExtractOfALateRun_whichHasWhoWasBornSince() throws IOException {
        String head = number(InszKind.TEST, 1970, 1, 1, 1);
        String since = number(InszKind.TEST, 2026, 8, 1, 1);
        String never = number(InszKind.TEST, 2026, 11, 27, 1);
        Path file = folder.resolve("population.csv");
        Files.writeString(
                file,
                PopulationLine.HEADER + "\n" + head + ";" + head + ";01;9000;1970-01-01\n" + since + ";" + head
                        + ";03;9000;2026-08-01\n" + never + ";" + head + ";03;9000;2026-07-01\n");
        LocalDate by = new DayRule(Realm.SANDBOX, CLOCK).bornBy(RUN);

        PopulationReader.Read read = new PopulationReader(
                        file,
                        Realm.SANDBOX,
                        1,
                        new PopulationReader.Scope(true, Optional.empty(), Optional.of(RUN), by))
                .read();

        assertThat(read.report().findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("population.insz-not-born", "population.not-yet-born");
        assertThat(read.population().notYetBorn(Long.parseLong(since))).isTrue();
        assertThat(read.refusedLines()).isEqualTo(1);
    }

    @Test
    void shouldRefuseThemInTheOtherExtracts() throws IOException {
        String born = number(InszKind.TEST, 2015, 2, 3, 1);
        String never = number(InszKind.TEST, 2026, 11, 27, 1);
        String nobody = number(InszKind.TEST, 2015, 2, 3, 999);
        Path people = folder.resolve("people.csv");
        Files.writeString(people, "insz\n" + born + "\n" + never + "\n" + nobody + "\n");
        assertThat(new PersonReader(people, Realm.SANDBOX, TODAY, 1)
                        .read()
                        .report()
                        .findings())
                .extracting(Finding::code)
                .containsExactly("population.insz-not-born", "population.insz-serial");

        Path pupils = folder.resolve("pupils.csv");
        Files.writeString(
                pupils,
                "leerlingnummer;insz;schooljaar\nL1;" + born + ";2026-2027\nL2;" + never + ";2026-2027\nL3;" + nobody
                        + ";2026-2027\n");
        assertThat(new PupilReader(pupils, Realm.SANDBOX, TODAY, 1, 2026, Map.of())
                        .read()
                        .report()
                        .findings())
                .extracting(Finding::code)
                .containsExactly("population.insz-not-born", "population.insz-serial");
    }
}
