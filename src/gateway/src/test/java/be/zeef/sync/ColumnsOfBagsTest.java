package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.grant.Grants;
import be.zeef.objection.Objections;
import be.zeef.packing.DeliveryHead;
import be.zeef.plan.Plans;
import be.zeef.run.DecidedCounts;
import be.zeef.security.Keys;
import be.zeef.storage.TestDatabase;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ghent's bags are a credit or a voucher, in a zone: where the register says it, that is delivered with the household, and kept until
 * then so that nobody can read it. What is not agreed is not delivered, and refuses nobody.
 */
class ColumnsOfBagsTest {

    private static final Agreement BAGS = new Agreements(Path.of("mappings")).load("gent-huisvuilzakken");
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 16);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 16);
    private static final String COLUMNS = "toekenningswijze;ophaalzone";
    private static final String ANNA = Bags.number(1);
    private static final String BERT = Bags.number(2);

    @TempDir
    Path folder;

    private static String line(String person, String way, String zone) {
        return String.join(";", person, person, "01", "9000", "1985-01-01", way, zone);
    }

    /** Another process that opens the database after the first was killed reads them. */
    @ParameterizedTest
    @EnumSource
    void areKeptWithTheGrantUntilItIsDelivered_sealed(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.add(ANNA);
            bags.entitled.add(BERT);

            bags.run(JANUARY, COLUMNS, List.of(line(ANNA, "bon", "ZONE77"), line(BERT, "", "")));

            assertThat(atRest(bags, "grants")).doesNotContain("ZONE77", "VOUCHER");
            assertThat(atRest(bags, "ledger_entry")).doesNotContain("ZONE77", "VOUCHER");
            assertThat(lines(bags, JANUARY))
                    .containsExactlyInAnyOrder(ANNA + ";C1;{wijze=VOUCHER, zone=ZONE77}", BERT + ";C1;{}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNotDeliveredAgain_whenTheyChange(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.add(ANNA);
            bags.run(JANUARY, COLUMNS, List.of(line(ANNA, "bon", "N1")));
            bags.delivered();

            bags.run(APRIL, COLUMNS, List.of(line(ANNA, "krediet", "N2")));

            assertThat(lines(bags, APRIL)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveTheHouseholdUndetermined_whileTheyHoldWhatIsNotAgreed(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.add(ANNA);

            DecidedCounts counts =
                    bags.run(JANUARY, COLUMNS, List.of(line(ANNA, "postduif", "N1"), line(BERT, "postduif", "N1")));

            assertThat(counts.undetermined()).isOne();
            assertThat(counts.notEligible()).as("who has no right has none").isOne();
            assertThat(atRest(bags, "decision")).contains("COLUMN_NOT_AGREED");
            assertThat(lines(bags, JANUARY)).isEmpty();

            bags.run(APRIL, COLUMNS, List.of(line(ANNA, "bon", "N1"), line(BERT, "bon", "N1")));

            assertThat(lines(bags, APRIL)).containsExactly(ANNA + ";C1;{wijze=VOUCHER, zone=N1}");
        }
    }

    /** What the lines in no delivery would say, as they are read from the database: {@code number;value;columns}. */
    private Set<String> lines(Bags bags, LocalDate on) {
        DeliveryHead head = new DeliveryHead("T", BAGS.id(), on.getYear(), 1, on, "gent.be", DeliveryHead.Format.CSV);
        PeopleAtRest people = new PeopleAtRest(Keys.in(folder.resolve("keys")), BAGS.id());
        Vault vault = people.vault();
        Set<String> lines = new TreeSet<>();
        bags.storage().jdbi().useTransaction(handle -> {
            Grants.take(handle, head, BAGS.id(), Objections.of(handle, people));
            Grants.eachOf(
                    handle,
                    head.name(),
                    Plans.of(BAGS, on).delivered(),
                    vault,
                    line -> lines.add(line.key() + ";" + line.value() + ";" + new TreeMap<>(line.columns())));
        });
        return lines;
    }

    /** Everything that a table holds, as text. */
    private static String atRest(Bags bags, String table) {
        return bags.storage()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select * from " + table).mapToMap().stream()
                        .map(row -> row.values().stream()
                                .map(ColumnsOfBagsTest::shown)
                                .collect(Collectors.joining(" ")))
                        .collect(Collectors.joining(System.lineSeparator())));
    }

    private static String shown(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
