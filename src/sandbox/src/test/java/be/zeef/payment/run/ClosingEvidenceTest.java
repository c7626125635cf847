package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.closing.ClosingDecision;
import be.zeef.payment.closing.ClosingEvidence;
import be.zeef.security.Someone;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code zeef ledger verify} says of what people closed, years after they did. */
class ClosingEvidenceTest extends TownFixture {

    private String id;

    @BeforeEach
    void closeByTwo() {
        town.bank().saysOnlyWhatItIsTold();
        open(1);
        Closer closer = new Closer(town);
        closer.first(id, ClosingDecision.AGAIN, Someone.CARLA);
        closer.both(id, ClosingDecision.PAID);
    }

    /** A file with one child's premium, which a person must decide on. */
    private String open(int child) {
        town.send(Family.of(child).grant(1));
        String file = town.run().file();
        id = town.names(file, Someone.AN).get(0).id();
        town.release(file);
        town.bank().says(Pain002.to(file).group("RJCT", "MS03"));
        town.run();
        return file;
    }

    private static List<String> breaks() {
        return new ClosingEvidence(town.jdbi()).breaks();
    }

    private static void change(String sql) {
        town.jdbi().useTransaction(handle -> assertThat(handle.execute(sql)).isEqualTo(1));
    }

    @Test
    void holds_evenWhenThePeopleHaveLeft() {
        town.pin();
        assertThat(breaks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement = 'wingene-other'",
                "what = 'P-OTHER'",
                "person = 'carla-2'",
                "decision = 'given-up'",
                "reason = 'somebody else said so'",
                "digest = '00'",
                "certificate = '00'",
                "signature = (select signature from payment_closing where person = 'bert')"
            })
    void breaks_whenAnythingOfASignatureIsAnother(String edit) {
        change("update payment_closing set " + edit + " where person = 'an'");

        assertThat(breaks()).hasSize(2).first().asString().startsWith("a signature that closed");
        assertThat(breaks()).last().asString().isEqualTo("the two signatures that closed " + id + " are not there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"an", "bert"})
    void breaks_whenASignatureIsTakenOut(String person) {
        change("delete from payment_closing where person = '" + person + "'");

        assertThat(breaks()).containsExactly("the two signatures that closed " + id + " are not there");
    }

    @Test
    void breaks_whenAClosingIsMadeUp() {
        change("insert into payment_closing select agreement, 'P-OTHER', 'dirk', decision, reason, digest, certificate,"
                + " signature, signed, done from payment_closing where person = 'bert'");

        assertThat(breaks()).containsExactly("a signature that closed P-OTHER is not one that was recorded");
    }

    @Test
    void breaks_whenOneSignatureIsMadeToLookLikeTwo() {
        open(2);
        new Closer(town).first(id, ClosingDecision.GIVEN_UP, Someone.AN);
        change("update payment_closing set done = signed where done is null");

        assertThat(breaks())
                .containsExactly("a signature that closed " + id + " is one of two of which no second was recorded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAID", "GIVEN_UP"})
    void breaks_whenATransferStandsClosedThatNobodyClosed(String state) {
        open(2);
        change("update payment set state = '" + state + "' where id = '" + id + "'");

        assertThat(breaks()).containsExactly("the payment " + id + " stands as closed, and nobody closed it so");
    }

    @Test
    void breaks_whenATransferStandsOtherwiseThanItWasClosed() {
        change("update payment set state = 'GIVEN_UP' where id = '" + id + "'");

        assertThat(breaks()).containsExactly("the payment " + id + " stands as closed, and nobody closed it so");
    }

    @Test
    void holds_whenAllOfAFileWasClosedByItsName() {
        String file = open(2);
        new Closer(town).both(file, ClosingDecision.GIVEN_UP);
        town.send(Family.of(3).paidTo(0L).grant(1));
        town.run();
        new Closer(town).both("other-means", ClosingDecision.PAID);

        assertThat(breaks()).isEmpty();
    }
}
