package be.zeef.recipient.uitpas;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.recipient.Grant;
import be.zeef.recipient.Grant.Already;
import be.zeef.recipient.Grant.Failed;
import be.zeef.recipient.Grant.Granted;
import be.zeef.recipient.Grant.NotPossible;
import be.zeef.recipient.Tariff;
import be.zeef.sandbox.uitpas.UitpasMisbehaviour;
import be.zeef.sandbox.uitpas.UitpasServer;
import be.zeef.subject.Insz;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Granting over HTTPS, and what UiTPAS holds afterwards. */
class UitpasTariffsTest {

    private static final LocalDate UNTIL = LocalDate.of(2027, 4, 30);

    @TempDir
    static Path folder;

    private static TariffCity city;
    private static UitpasServer server;
    private static UitpasTariffs tariffs;

    private final long grantsBefore = server.grants();
    private final long writesBefore = server.writes();

    @BeforeAll
    static void start() throws Exception {
        city = new TariffCity(folder);
        server = city.server;
        tariffs = city.tariffs();
    }

    @AfterAll
    static void stop() throws Exception {
        city.close();
    }

    @AfterEach
    void behave() {
        assertThat(server.doubleGrants()).as("nobody is granted twice").isZero();
        server.behave();
        server.withhold();
    }

    @Test
    void grantsOnce_whenAskedTwice() {
        Insz person = city.withoutTariff();

        assertThat(tariffs.current(person)).isEqualTo(new Tariff.None());
        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Granted(UNTIL));
        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Already(UNTIL));
        assertThat(tariffs.current(person)).isEqualTo(new Tariff.Active(UNTIL));
        assertWrites(1, 1);
    }

    @Test
    void writesNothing_whenTheTariffEndsLateEnough() {
        Insz person = city.withTariff("ACTIVE", "2027-04-30");

        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Already(UNTIL));
        assertThat(tariffs.grant(person, UNTIL.minusMonths(1))).isEqualTo(new Already(UNTIL));
        assertWrites(0, 0);
    }

    @Test
    void extendsAndClearsNothing_whenTheTariffEndsTooSoon() {
        Insz person = city.withTariff("ACTIVE", "2026-12-31");
        JsonNode before = city.record(person);

        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Granted(UNTIL));
        assertThat(withoutTariff(city.record(person))).isEqualTo(withoutTariff(before));
        assertWrites(1, 1);
    }

    @Test
    void extends_whenTheTariffIsInItsDaysOfGrace() {
        Insz person = city.withTariff("ACTIVE", "2026-04-30");

        assertThat(tariffs.current(person)).isEqualTo(new Tariff.Active(LocalDate.of(2026, 4, 30)));
        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Granted(UNTIL));
        assertWrites(1, 1);
    }

    @Test
    void grantsAnew_whenTheTariffExpired() {
        Insz person = city.withTariff("EXPIRED", "2025-04-30");

        assertThat(tariffs.current(person)).isEqualTo(new Tariff.Expired());
        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Granted(UNTIL));
        assertWrites(1, 1);
    }

    @Test
    void leavesThePhysicalCard_whenTheClerkHandsOutNone() {
        Insz person = city.person(held -> TariffCity.usable(held)
                && TariffCity.physical(held)
                && TariffCity.tariff(held).isMissingNode());
        JsonNode card = TariffCity.membership(city.record(person)).path("currentCard");

        assertThat(tariffs.grant(person, UNTIL)).isEqualTo(new Granted(UNTIL));
        assertThat(TariffCity.membership(city.record(person)).path("currentCard"))
                .isEqualTo(card);
    }

    @Test
    void grantsOntoTheNewCard_whenTheClerkHandsOneOut() {
        Insz person = city.withoutTariff();

        assertThat(tariffs.grant(person, UNTIL, "0560000000001")).isEqualTo(new NotPossible("invalid-card-status"));
        assertThat(tariffs.grant(person, UNTIL, "0930000000001")).isEqualTo(new Granted(UNTIL));
        assertThat(TariffCity.membership(city.record(person))
                        .path("uitpasNumber")
                        .asText())
                .isEqualTo("0930000000001");
    }

    @Test
    void saysWhatMustBeDoneFirst_whenTheTariffCannotBeGranted() {
        Insz blockedCard = city.person(held -> TariffCity.membership(held)
                .path("currentCard")
                .path("status")
                .asText()
                .equals("BLOCKED"));
        Insz blocked = city.person(
                held -> TariffCity.membership(held).path("status").asText().equals("BLOCKED"));
        Insz elsewhere = city.person(held ->
                TariffCity.membership(held).path("cardSystem").path("id").asInt() == 10);

        assertThat(tariffs.grant(city.withoutPass(), UNTIL)).isEqualTo(new NotPossible("pass-not-found"));
        assertThat(tariffs.grant(blockedCard, UNTIL)).isEqualTo(new NotPossible("invalid-card-status"));
        assertThat(tariffs.grant(blocked, UNTIL)).isEqualTo(new NotPossible("passholder-blocked"));
        assertThat(tariffs.grant(elsewhere, UNTIL)).isEqualTo(new NotPossible("address-change-required"));
        assertThat(tariffs.current(elsewhere)).isEqualTo(new Tariff.None());
        assertThat(tariffs.current(blockedCard)).isEqualTo(new Tariff.Unknown("invalid-card-status"));
        assertWrites(0, 0);
    }

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
        assertThat(failing(person, UitpasMisbehaviour.REVOKES_TOKEN)).isEqualTo(new Failed("unauthorized"));
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

    @Test
    void namesThePermissionsThatAreMissing() {
        assertThat(tariffs.missingPermissions()).isEmpty();
        server.withhold("PASSHOLDERS_WRITE_SOCIALTARIFF", "PASSES_READ");
        assertThat(tariffs.missingPermissions()).containsExactly("PASSES_READ", "PASSHOLDERS_WRITE_SOCIALTARIFF");
    }

    @Test
    void remembersWhatItGranted_whenTheServerIsStartedAgain() throws Exception {
        Insz person = city.withoutTariff();
        tariffs.grant(person, UNTIL);

        try (UitpasServer again = city.server()) {
            assertThat(again.record(person.digits())).isEqualTo(server.record(person.digits()));
        }
    }

    private void assertWrites(long writes, long grants) {
        assertThat(server.writes() - writesBefore).as("writes").isEqualTo(writes);
        assertThat(server.grants() - grantsBefore).as("grants").isEqualTo(grants);
    }

    private static JsonNode withoutTariff(JsonNode record) {
        ObjectNode copy = record.deepCopy();
        copy.path("cardSystemMemberships").forEach(each -> ((ObjectNode) each).remove("socialTariff"));
        return copy;
    }
}
