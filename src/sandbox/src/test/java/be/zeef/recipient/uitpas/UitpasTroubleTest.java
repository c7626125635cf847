package be.zeef.recipient.uitpas;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.recipient.Grant;
import be.zeef.recipient.Grant.Already;
import be.zeef.recipient.Grant.Failed;
import be.zeef.recipient.Grant.Granted;
import be.zeef.recipient.Grant.NotPossible;
import be.zeef.recipient.Grant.Refused;
import be.zeef.recipient.Tariff;
import be.zeef.sandbox.uitpas.UitpasMisbehaviour;
import be.zeef.subject.Insz;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Granting while UiTPAS misbehaves: nobody is granted twice, and what is not certain is not told as done. */
class UitpasTroubleTest extends TariffCase {

    @ParameterizedTest
    @EnumSource(
            value = UitpasMisbehaviour.class,
            names = {"DONE_BUT_SILENT", "DONE_BUT_CUT_OFF", "DONE_BUT_500"})
    void doesNotWriteAgain_whenTheAnswerToAWriteIsLost(UitpasMisbehaviour loss) {
        for (Insz person : List.of(city.withoutTariff(), city.withTariff("ACTIVE", "2026-12-31"))) {
            server.misbehave(loss, 1);
            assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Granted(UNTIL));
        }
        assertWrites(2, 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = UitpasMisbehaviour.class,
            names = {"RATE_LIMITED", "UNAVAILABLE", "NOT_JSON", "SLOW", "REVOKES_TOKEN"})
    void grants_whenWhatGoesWrongPasses(UitpasMisbehaviour kind) {
        server.misbehave(kind, 1);

        assertThat(tariffs.grant(city.withoutTariff(), UNTIL)).isEqualTo(new Granted(UNTIL));
        assertWrites(1, 1);
    }

    @Test
    void isFailedWithItsCode_whenItDoesNotPass() {
        Insz person = city.withoutTariff();
        assertThat(failing(person, UitpasMisbehaviour.RATE_LIMITED)).isEqualTo(new Failed("rate-limited"));
        assertThat(failing(person, UitpasMisbehaviour.UNAVAILABLE)).isEqualTo(new Failed("HTTP_503"));
        assertThat(failing(person, UitpasMisbehaviour.REVOKES_TOKEN)).isEqualTo(new Refused("unauthorized"));
        server.misbehave(UitpasMisbehaviour.UNAVAILABLE, 100);
        assertThat(tariffs.current(person)).isEqualTo(new Tariff.Unknown("HTTP_503"));
        assertWrites(0, 0);
    }

    private static Grant failing(Insz person, UitpasMisbehaviour kind) {
        server.misbehave(kind, 100);
        Grant grant = tariffs.grant(person, UNTIL);
        server.behave();
        return grant;
    }

    @Test
    void isFailed_whenUitpasSaysYesAndShowsNothing() {
        Insz person = city.withoutTariff();
        server.misbehave(UitpasMisbehaviour.LIES, 1);

        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Failed("NOT_SEEN"));
        assertThat(tariffs.current(person)).isEqualTo(new Tariff.None());
        assertThat(tariffs.grant(person, UNTIL)).as("later").isEqualTo(new Granted(UNTIL));
    }

    @Test
    void isFailed_whenTheDryRunKnowsAMembershipThatTheRecordDoesNotShow() {
        server.misbehave(UitpasMisbehaviour.NOT_POSSIBLE, 1);

        assertThat(tariffs.grant(city.withoutTariff(), UNTIL)).isEqualTo(new Failed("CONTRADICTION"));
        assertWrites(0, 0);
    }

    @Test
    void isAlready_whenTheDryRunKnowsAMembershipThatTheRecordShows() {
        // the pass shown is a neighbour's; the membership of the city's own comes second
        Insz person = city.person(held ->
                TariffCity.membership(held).path("cardSystem").path("id").asInt() == 10);
        server.join(person.digits(), UNTIL);

        assertThat(tariffs.current(person)).isEqualTo(new Tariff.Active(UNTIL));
        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Already(UNTIL));
        assertThat(server.writes()).isEqualTo(writesBefore);
    }

    @Test
    void readsAProblem_whenItsStatusIsAText() {
        server.misbehave(UitpasMisbehaviour.STRING_STATUS, 1);

        assertThat(tariffs.grant(city.withoutPass(), UNTIL)).isEqualTo(new NotPossible("pass-not-found"));
    }

    private static JsonNode withoutTariff(JsonNode record) {
        ObjectNode copy = record.deepCopy();
        copy.path("cardSystemMemberships").forEach(each -> ((ObjectNode) each).remove("socialTariff"));
        return copy;
    }
}
