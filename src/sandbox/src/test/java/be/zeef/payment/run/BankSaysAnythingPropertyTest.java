package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.row.RowEvidence;
import be.zeef.payment.closing.ClosingEvidence;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;

/**
 * Whatever a bank says, in whatever order, doubled, late or against itself, and whenever the process dies over it: no transfer is made again while an earlier one of the same share may
 * have been paid, every run tells of each that is neither paid for good, made again, nor closed by two people, and what people closed is as the ledger
 * recorded it.
 */
class BankSaysAnythingPropertyTest {

    private static Town town;

    @BeforeContainer
    static void open() throws Exception {
        town = new Town(Files.createTempDirectory("zeef-bank"));
    }

    @AfterContainer
    static void close() {
        town.close();
    }

    @BeforeTry
    void empty() {
        town.empty();
    }

    private static Arbitrary<SaidByBank.Level> level(String... statuses) {
        Arbitrary<List<String>> reasons = Arbitraries.frequency(
                        Tuple.of(6, "AM04"),
                        Tuple.of(6, "AC04"),
                        Tuple.of(3, "FF01"),
                        Tuple.of(2, "AM05"),
                        Tuple.of(1, "MS03"),
                        Tuple.of(1, "XX99"),
                        Tuple.of(1, "own"),
                        Tuple.of(1, "text"))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(Arbitraries.of(statuses), reasons)
                .as((status, all) -> new SaidByBank.Level(status, status.equals("RJCT") ? all : List.of()));
    }

    @Provide
    Arbitrary<List<BankTalk.Step>> talks() {
        Arbitrary<BankTalk.Entry> entry = Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.frequency(
                                Tuple.of(8, BankTalk.Id.END_TO_END),
                                Tuple.of(3, BankTalk.Id.INSTRUCTION),
                                Tuple.of(1, BankTalk.Id.UNKNOWN),
                                Tuple.of(1, BankTalk.Id.NOT_PROVIDED),
                                Tuple.of(1, BankTalk.Id.NONE)),
                        level("RJCT", "RJCT", "RJCT", "ACSC", "ACSC", "ACCP", "PDNG", "CANC", ""))
                .as(BankTalk.Entry::new);
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(12, BankTalk.Event.SAY),
                                Tuple.of(2, BankTalk.Event.SAY_TWICE),
                                Tuple.of(2, BankTalk.Event.SAY_LATE),
                                Tuple.of(4, BankTalk.Event.LATE_COMES),
                                Tuple.of(8, BankTalk.Event.RELEASE),
                                Tuple.of(5, BankTalk.Event.CORRECT),
                                Tuple.of(1, BankTalk.Event.DAYS_PASS),
                                Tuple.of(3, BankTalk.Event.CLOSE)),
                        Arbitraries.integers().between(0, 11),
                        level("", "PART", "RJCT", "RJCT", "ACCP", "ACSC", "PDNG", "CANC"),
                        level("", "", "", "RJCT", "ACSC", "ACSP"),
                        entry.list().ofMaxSize(3),
                        Arbitraries.of("03", "10", "12", "14"),
                        Arbitraries.frequencyOf(
                                Tuple.of(2, Arbitraries.just(0)),
                                Tuple.of(
                                        1,
                                        Arbitraries.integers().between(1, 120).withoutEdgeCases())))
                .as(BankTalk.Step::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(16);
    }

    @Property(tries = 120, shrinking = ShrinkingMode.BOUNDED)
    void nothingIsPaidTwiceAndNothingIsForgotten(@ForAll("talks") List<BankTalk.Step> steps) {
        BankTalk talk = new BankTalk(town);
        for (BankTalk.Step step : steps) {
            talk.happens(step);
            assertThat(talk.madeAgainOnDoubt()).as("made again after %s", step).isEmpty();
            assertThat(talk.forgotten())
                    .as("neither paid nor told after %s", step)
                    .isEmpty();
        }
        assertThat(new RowEvidence(town.jdbi()).breaks())
                .as("what stands, as it was recorded")
                .isEmpty();
        assertThat(new ClosingEvidence(town.jdbi()).breaks())
                .as("what people closed, as it was recorded")
                .isEmpty();
    }
}
