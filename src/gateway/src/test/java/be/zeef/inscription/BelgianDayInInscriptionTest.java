package be.zeef.inscription;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.subject.Insz;
import be.zeef.subject.OfZone;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Half past one at night in Belgium is the day before in UTC; what a run writes down is the day in Belgium. */
class BelgianDayInInscriptionTest {

    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-07-15T23:30:00Z"), ZoneOffset.UTC);
    private static final Insz PERSON = Insz.of("85651200136", Realm.SANDBOX);

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("be.zeef.subject.OfZone#zones")
    void keepsTheDayOnWhichAnInscriptionWasNeeded(String zone) throws Exception {
        OfZone.in(zone, () -> assertThat(needed(zone)).isEqualTo(LocalDate.of(2026, 7, 16)));
    }

    private LocalDate needed(String zone) {
        Keys keys = Keys.in(folder.resolve("keys"));
        try (Storage storage = Storage.open(
                new Settings.Database("jdbc:h2:mem:needed-" + zone.replace("/", "-"), "sa", ""), Clock.systemUTC())) {
            InscribedPeople people = new InscribedPeople(storage.jdbi(), NIGHT, new PeopleAtRest(keys, "test"));

            people.needed(PERSON, LocalDate.of(2026, 1, 1));

            return storage.jdbi().withHandle(handle -> handle.createQuery("select needed from inscription")
                    .map((row, context) -> row.getObject(1, LocalDate.class))
                    .one());
        }
    }
}
