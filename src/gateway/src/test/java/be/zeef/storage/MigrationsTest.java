package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
                            "49 -1967738244",
                            "50 -813197773");
        }
    }

    @ParameterizedTest
    @EnumSource
    void makeTheSameTablesOnEach(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            assertThat(texts(
                            storage,
                            "select distinct lower(table_name) from information_schema.tables"
                                    + " where lower(table_schema) = 'public' and lower(table_name) not like 'flyway%'"
                                    + " order by 1"))
                    .containsExactly(
                            "agreement_act",
                            "allowance",
                            "allowance_file",
                            "allowance_line",
                            "approval_mark",
                            "checkpoint",
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
                            "payment",
                            "payment_case",
                            "payment_closing",
                            "payment_file",
                            "payment_release",
                            "person_number",
                            "premium",
                            "question",
                            "secret_mark",
                            "sync",
                            "trust_mark",
                            "vouched_row");
        }
    }

    private static List<String> texts(Storage storage, String query) {
        return storage.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
