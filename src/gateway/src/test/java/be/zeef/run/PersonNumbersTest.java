package be.zeef.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.Keys;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Meeting;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Pseudonyms;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that replaced one another are one person's, in whatever order and by whomever that is learned. */
@ContractOf({"person_number", "person_lock"})
class PersonNumbersTest {

    private static final long FIRST = 85651200136L;
    private static final long SECOND = 77610100173L;
    private static final long THIRD = 15610100136L;
    private static final long FOURTH = 15610100200L;

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private final Handle handle;
    private PeopleAtRest people;

    PersonNumbersTest(Jdbi jdbi, Handle handle) {
        this.jdbi = jdbi;
        this.handle = handle;
    }

    @BeforeEach
    void keys() {
        people = new PeopleAtRest(Keys.in(folder.resolve("keys")), "a");
    }

    private int learn(long number, long former) {
        return PersonNumbers.learn(jdbi, people, Map.of(number, List.of(former)));
    }

    private SortedSet<String> numbers(long... numbers) {
        Pseudonyms pseudonyms = people.pseudonyms();
        SortedSet<String> all = new TreeSet<>();
        LongStream.of(numbers).mapToObj(pseudonyms::hexAtRest).forEach(all::add);
        return all;
    }

    /** The numbers of one person, asked of each of them and in both ways. */
    private void areOne(long... numbers) {
        SortedSet<String> all = numbers(numbers);
        assertThat(all).allSatisfy(number -> {
            assertThat(PersonNumbers.of(handle, "a", number)).isEqualTo(all);
            assertThat(PersonNumbers.of(handle, "a").of(number)).isEqualTo(all);
        });
    }

    @Test
    void areOnesOwn_untilAnythingIsLearned() {
        areOne(FIRST);
        assertThat(PersonNumbers.any(handle, "a")).isFalse();
        assertThat(PersonNumbers.of(handle, "a").isEmpty()).isTrue();
    }

    @Test
    void areLearnedOnce_underTheirAgreement() {
        assertThat(learn(SECOND, FIRST)).isOne();
        assertThat(learn(SECOND, FIRST)).as("known").isZero();
        assertThat(learn(FIRST, SECOND)).as("known, said the other way").isZero();

        areOne(FIRST, SECOND);
        assertThat(PersonNumbers.any(handle, "a")).isTrue();
        assertThat(PersonNumbers.any(handle, "b")).isFalse();
        assertThat(PersonNumbers.of(handle, "b").isEmpty()).isTrue();
    }

    @Test
    void areOnePersons_howeverManyReplacedOneAnother() {
        learn(SECOND, FIRST);
        learn(FOURTH, THIRD);
        assertThat(learn(THIRD, SECOND)).as("two that were two").isOne();

        areOne(FIRST, SECOND, THIRD, FOURTH);
    }

    /** One node learns that the second replaced the first, another at the same moment that the third replaced the second. */
    @Test
    void areAllKnown_whoeverLearnsThemAtOnce() {
        List<long[]> learned =
                List.of(new long[] {SECOND, FIRST}, new long[] {THIRD, SECOND}, new long[] {FOURTH, THIRD});
        Meeting.atOnce(3, node -> learn(learned.get(node - 1)[0], learned.get(node - 1)[1]));

        areOne(FIRST, SECOND, THIRD, FOURTH);
    }

    /** Of a person of two numbers one node learns a third, while another has read the two and is about to store a fourth. */
    @Test
    void areAllKnown_toWhoStoresWhatHasChangedSince(Meeting meeting) {
        Pseudonyms pseudonyms = people.pseudonyms();
        List<Long> sorted = LongStream.of(FIRST, SECOND, THIRD, FOURTH)
                .boxed()
                .sorted(Comparator.comparing(pseudonyms::hexAtRest))
                .toList();
        learn(sorted.get(1), sorted.get(2));
        AtomicReference<CompletableFuture<Integer>> meanwhile = new AtomicReference<>();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (context.getRawSql().startsWith("delete from person_number")) {
                    jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
                    meanwhile.set(meeting.meanwhile(() -> learn(sorted.get(0), sorted.get(1))));
                }
            }
        });

        learn(sorted.get(3), sorted.get(1));
        meanwhile.get().join();

        areOne(FIRST, SECOND, THIRD, FOURTH);
    }
}
