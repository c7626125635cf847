package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.subject.DayRule;
import be.zeef.subject.Realm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** A caller who chooses a day that has not come, another than today for a grant, or a number of nobody, gets a 400 that names it. */
class DayAtTheCounterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 16);

    private final TestClock clock = new TestClock(Instant.parse("2026-07-16T10:00:00Z"));
    private final DayRule days = new DayRule(Realm.PRODUCTION, clock);
    private final UnchangedAgreements all = new UnchangedAgreements(agreement -> {}, () -> false);

    @Test
    void refusesAQuestionAboutADayThatHasNotCome() {
        Processor question = new CounterQuestion(
                contract("Question"),
                new DesksInUse((agreement, on) -> never(), all, clock),
                new AnswerSteps(Duration.ofSeconds(1)),
                days);
        assertThat(refused(question, TODAY.plusDays(1)).finding().code()).isEqualTo("counter.day-future");
    }

    @Test
    void refusesAGrantOfAnyOtherDay() {
        Processor grant = new CounterGrant(contract("Grant"), (agreement, on) -> never(), all, days);
        for (LocalDate other : List.of(TODAY.minusDays(1), TODAY.minusYears(1), TODAY.plusDays(1))) {
            assertThat(refused(grant, other).finding().code()).isEqualTo("counter.day-grant");
        }
    }

    @Test
    void refusesANumberThatNobodyHas_andSaysWhy() {
        Map<String, String> nobodys =
                Map.of("26712700167", "counter.insz-not-born", "78661200091", "counter.insz-serial");
        nobodys.forEach((number, code) -> {
            byte[] body = ("{\"insz\":\"" + number + "\"}").getBytes(StandardCharsets.UTF_8);
            ProblemException refused = catchThrowableOfType(
                    ProblemException.class, () -> contract("Question").read(body));
            assertThat(refused.finding().code()).isEqualTo(code);
            assertThat(refused.status()).isEqualTo(400);
        });
    }

    private CounterContract contract(String name) {
        return new CounterContract(Path.of(""), name, new DayRule(Realm.SANDBOX, clock));
    }

    private static <T> T never() {
        throw new AssertionError("a desk was made");
    }

    private static ProblemException refused(Processor step, LocalDate on) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage()
                .setBody(("{\"insz\":\"78661200190\",\"on\":\"" + on + "\"}").getBytes(StandardCharsets.UTF_8));
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> step.process(exchange));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.finding().location().toString()).contains("on");
        return refused;
    }
}
