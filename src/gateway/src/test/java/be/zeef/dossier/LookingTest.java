package be.zeef.dossier;

import static be.zeef.dossier.TestHousehold.ANNA;
import static be.zeef.dossier.TestHousehold.UITPAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.run.KnownAs;
import be.zeef.security.Keys;
import be.zeef.storage.StorageException;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looking at what was done about a person is itself done about them, and is in the ledger before anything is read. */
class LookingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void saysClearlyThatNothingIsKnown_andKeepsThatSomebodyLooked(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.lives();
            Dossier nobody = house.dossier(Insz.of("90710100128", Realm.SANDBOX));

            assertThat(nobody.isEmpty()).isTrue();
            assertThat(nobody.agreements()).isEmpty();
            assertThat(Told.of(nobody))
                    .contains(
                            "Nothing is known of this person", "Over deze persoon is niets bekend", "Rien n’est connu");
            assertThat(house.entries("ENTRIES_SHOWN"))
                    .hasSize(4)
                    .allMatch(entry -> entry.contains("\"clerk\":\"dpo\",\"reason\":\"asked by letter\""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAnEntryBeforeAnythingIsRead(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.dossier(ANNA);
            assertThat(house.entries("ENTRIES_SHOWN"))
                    .containsExactly(" {\"clerk\":\"dpo\",\"reason\":\"asked by letter\",\"subject\":\"\"}");

            house.admit(UITPAS);
            house.jdbi().useHandle(handle -> handle.execute("drop table grant_member"));

            assertThatThrownBy(() -> house.dossier(ANNA)).hasMessageContaining("grant_member");
            assertThat(house.entries("ENTRIES_SHOWN"))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains(UITPAS, house.pseudonym(UITPAS, ANNA));
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysNoNothing_whenTheKeyIsNotTheOneThatPeopleWereKnownUnder(TestDatabase database) {
        try (TestHousehold house = new TestHousehold(database, folder)) {
            house.admit(UITPAS);
            house.asked(ANNA, "words-of-anna", "yes");
            Keys others = Keys.in(folder.resolve("others"));

            assertThatThrownBy(() -> KnownAs.of(house.storage, others, ANNA)).isInstanceOf(StorageException.class);
        }
    }
}
