package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every migration runs on every maker's database, and databases of before go on opening. */
class MigrationsTest {

    @TempDir
    Path folder;

    /** Flyway refuses a database whose migrations have other checksums than those it was made with. */
    @Test
    void haveTheChecksumsOfTheDatabasesThatAreOutThere() {
        try (Storage storage = TestDatabase.H2.open(folder)) {
            assertThat(texts(
                            storage,
                            "select \"version\" || ' ' || \"checksum\" from \"flyway_schema_history\""
                                    + " where \"version\" is not null order by \"installed_rank\""))
                    .containsExactly(
                            "1 592817901",
                            "2 766462881",
                            "3 291802740",
                            "13 -1367163238",
                            "22 626885247",
                            "24 -1725733637",
                            "25 -1761388537",
                            "26 -1816854326",
                            "27 651009977",
                            "28 2055017791",
                            "29 497302322",
                            "30 -1988910118",
                            "31 -31096165",
                            "32 1875196002",
                            "33 993826616",
                            "34 816026581",
                            "35 605559782",
                            "36 871806370",
                            "37 -1085178533",
                            "39 -1257896784",
                            "40 -297613743",
                            "45 -329684875",
                            "46 -708170089",
                            "47 -1980657542",
                            "48 -1649596972",
                            "49 -1967738244",
                            "50 -813197773",
                            "51 -268511195",
                            "53 -1040026482",
                            "55 -1507877165",
                            "56 468248172");
        }
    }

    /** Those that only PostgreSQL has. */
    @Test
    void haveTheChecksumsOfTheServersThatAreOutThere() {
        assertThat(texts(
                        TestDatabase.POSTGRESQL.shared(),
                        "select \"version\" || ' ' || \"checksum\" from \"flyway_schema_history\""
                                + " where \"version\" in ('1', '3', '39') order by \"installed_rank\""))
                .containsExactly("1 -314117768", "3 17928917", "39 1085182970");
    }

    @ParameterizedTest
    @EnumSource
    void makeTheseTables(TestDatabase database) {
        assertThat(database.shared().jdbi().withHandle(TestDatabase::tables))
                .containsExactly(
                        "agreement_act",
                        "allowance",
                        "allowance_file",
                        "allowance_line",
                        "approval_mark",
                        "checkpoint",
                        "checkpoint_stamp",
                        "claim",
                        "claim_lock",
                        "counter_day",
                        "decision",
                        "delivery",
                        "delivery_file",
                        "delivery_part",
                        "grant_improvement",
                        "grant_member",
                        "grants",
                        "inscription",
                        "ledger_entry",
                        "ledger_head",
                        "ledger_settled",
                        "moment",
                        "objection",
                        "payment",
                        "payment_case",
                        "payment_closing",
                        "payment_file",
                        "payment_release",
                        "person_lock",
                        "person_number",
                        "premium",
                        "question",
                        "schedule",
                        "scheduled_task",
                        "secret_mark",
                        "sync",
                        "sync_abandonment",
                        "trust_mark",
                        "vouched_row");
    }

    /** A number is given before its work is done: a database that has later ones takes it in all the same. */
    @ParameterizedTest
    @EnumSource
    void takeInAnEarlierNumber_thatCameLater(TestDatabase database) {
        Settings.Database at = database.at(folder);
        try (Storage storage = Storage.open(at, Clock.systemUTC())) {
            storage.jdbi().useTransaction(handle -> {
                handle.execute("drop table person_lock");
                handle.execute("delete from \"flyway_schema_history\" where \"version\" = '48'");
            });
        }
        try (Storage storage = Storage.open(at, Clock.systemUTC())) {
            assertThat(storage.jdbi().withHandle(TestDatabase::tables)).contains("person_lock", "vouched_row");
        }
    }

    /** Bytes have two names, and H2 counts those of some columns; all else is the same to the letter. */
    @Test
    void makeTheSameColumnsOnEach() {
        String columns = "select lower(table_name) || '.' || lower(column_name) || ' '"
                + " || case when lower(data_type) in ('bytea', 'binary varying', 'binary large object') then 'bytes'"
                + " else lower(data_type) || ' ' || coalesce(cast(character_maximum_length as varchar), '') end"
                + " || case is_nullable when 'YES' then ' or null' else '' end"
                + " from information_schema.columns where lower(table_schema) = 'public'"
                + " and lower(table_name) not like 'flyway%'";

        assertThat(texts(TestDatabase.POSTGRESQL.shared(), columns))
                .containsExactlyInAnyOrderElementsOf(texts(TestDatabase.H2.shared(), columns));
    }

    /** Unique and primary keys, by the columns they are of. */
    @Test
    void makeTheSameKeysOnEach() {
        String keys =
                "select lower(c.table_name) || ' ' || lower(c.constraint_type) || ' ' || lower(k.column_name) || ' '"
                        + " || k.ordinal_position from information_schema.table_constraints c"
                        + " join information_schema.key_column_usage k on k.constraint_schema = c.constraint_schema"
                        + " and k.constraint_name = c.constraint_name and k.table_name = c.table_name"
                        + " where lower(c.table_schema) = 'public' and lower(c.table_name) not like 'flyway%'";

        assertThat(texts(TestDatabase.POSTGRESQL.shared(), keys))
                .hasSizeGreaterThan(40)
                .containsExactlyInAnyOrderElementsOf(texts(TestDatabase.H2.shared(), keys));
    }

    /** As H2 does: two databases tell the same in the same order. */
    @Test
    void sortTextsByTheirCharacters() {
        assertThat(texts(
                        TestDatabase.POSTGRESQL.shared(),
                        "select table_name || '.' || column_name from information_schema.columns"
                                + " where table_schema = 'public' and table_name not like 'flyway%'"
                                + " and data_type like 'character%' and collation_name is distinct from 'C'"))
                .isEmpty();
    }

    private static List<String> texts(Storage storage, String query) {
        return storage.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
