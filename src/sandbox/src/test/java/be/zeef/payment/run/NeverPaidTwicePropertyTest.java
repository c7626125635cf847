package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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
 * Random months: grants, corrections, cancellations, faults, twins of allowances, files out of order, refusals of the bank, and a
 * process that dies at a random statement or delivery and is started again. Whatever happens, no child is ever paid twice; and once
 * all is quiet, none that is entitled is unpaid without being told.
 */
class NeverPaidTwicePropertyTest {

    private static Town town;

    @BeforeContainer
    static void open() throws IOException {
        Path data = Files.createTempDirectory("zeef-town");
        town = new Town(data);
    }

    @AfterContainer
    static void close() {
        town.close();
    }

    @BeforeTry
    void empty() {
        town.empty();
    }

    /** One thing that happens: to which child, and when within it the process dies (0 for not at all). */
    record Step(Life.Event event, int child, int number, int death) {}

    @Provide
    Arbitrary<List<Step>> months() {
        return Combinators.combine(
                        Arbitraries.frequency(Stream.of(Life.Event.values())
                                .map(event -> Tuple.of(event.often(), event))
                                .toList()),
                        Arbitraries.integers().between(1, 2).withoutEdgeCases(),
                        Arbitraries.integers().between(0, 5).withoutEdgeCases(),
                        Arbitraries.frequency(Tuple.of(2, true), Tuple.of(1, false)),
                        Arbitraries.integers().between(1, 90).withoutEdgeCases())
                .as((event, child, number, lives, death) -> new Step(event, child, number, lives ? 0 : death))
                .list()
                .ofMinSize(10)
                .ofMaxSize(45);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void noChildIsPaidTwiceAndNoneIsLost(@ForAll("months") List<Step> steps) {
        Life life = new Life(town);
        for (Step step : steps) {
            try {
                town.dieAfter(step.death() == 0 ? Integer.MAX_VALUE : step.death());
                life.happens(step.event(), step.child(), step.number());
            } catch (Town.Killed e) {
                // started again by the next step
            } finally {
                town.live();
            }
            life.children().forEach(child -> assertThat(life.paid(child))
                    .as("cents for child %d after %s", child, step)
                    .isLessThanOrEqualTo(Life.PREMIUM));
        }
        life.becomesQuiet();
        for (int child : life.children()) {
            assertThat(life.paid(child)).as("cents for child %d", child).isLessThanOrEqualTo(Life.PREMIUM);
            if (life.isEntitled(child) && life.paid(child) < Life.PREMIUM) {
                assertThat(life.isTold(child))
                        .as("child %d is not paid, so it is told", child)
                        .isTrue();
            }
        }
        assertThat(life.unsettled()).as("payments that hang").isZero();
    }
}
