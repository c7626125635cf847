package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several who seal at the same moment, as processes do that end together: none is refused, and none sees a cut. */
class SealsAtOnceTest {

    @TempDir
    Path folder;

    /** Two of one moment: whoever is second finds what the first has made. */
    @ParameterizedTest
    @EnumSource
    void isNotRefused_whereAnotherSealsAtTheSameMoment(TestDatabase database) throws Exception {
        try (Storage storage = database.open(folder)) {
            SealedLedger one = new SealedLedger(storage.jdbi(), folder);
            SealedLedger other = new SealedLedger(storage.jdbi(), folder);
            one.append(1);
            one.seal();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                for (int round = 0; round < 25; round++) {
                    one.append(3);
                    CyclicBarrier together = new CyclicBarrier(4);
                    List<Future<Sealer.Outcome>> outcomes = Stream.of(one, other, one, other)
                            .map(each -> threads.submit(() -> {
                                Sealer sealer = each.sealerOfItsOwn();
                                together.await();
                                return sealer.seal();
                            }))
                            .toList();
                    for (Future<Sealer.Outcome> outcome : outcomes) {
                        assertThat(outcome.get().report().findings()).isEmpty();
                        assertThat(outcome.get().newest().orElseThrow().size()).isEqualTo(1 + 3L * (round + 1));
                    }
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(one.place().all()).hasSize(26);
            assertThat(one.verifier().verify().holds()).isTrue();
        }
    }

    /** Entries that come while somebody seals are no cut. */
    @ParameterizedTest
    @EnumSource
    void tellsOfNoCut_whileEntriesComeAndOthersSeal(TestDatabase database) throws Exception {
        try (Storage storage = database.open(folder)) {
            SealedLedger ledger = new SealedLedger(storage.jdbi(), folder);
            ledger.append(1);
            ledger.seal();
            ExecutorService threads = Executors.newFixedThreadPool(3);
            try {
                List<Future<?>> all = Stream.of(
                                ledger.sealerOfItsOwn(), ledger.sealerOfItsOwn(), ledger.sealerOfItsOwn())
                        .<Future<?>>map(sealer -> threads.submit(() -> {
                            for (int i = 0; i < 25; i++) {
                                ledger.append(1);
                                assertThat(sealer.seal().report().findings())
                                        .filteredOn(each -> !each.code().equals("ledger.second-behind"))
                                        .isEmpty();
                            }
                        }))
                        .toList();
                for (Future<?> each : all) {
                    each.get();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(ledger.seal().newest().orElseThrow().size()).isEqualTo(76);
        }
    }
}
