package be.zeef.recipient.uitpas;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.recipient.Grant.Already;
import be.zeef.recipient.Grant.Granted;
import be.zeef.recipient.Grant.NotPossible;
import be.zeef.recipient.Tariff;
import be.zeef.sandbox.uitpas.UitpasServer;
import be.zeef.subject.Insz;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Granting over HTTPS, and what UiTPAS holds afterwards: one tariff, and nothing else changed. */
class UitpasTariffsTest extends TariffCase {

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

    private static JsonNode withoutTariff(JsonNode record) {
        ObjectNode copy = record.deepCopy();
        copy.path("cardSystemMemberships").forEach(each -> ((ObjectNode) each).remove("socialTariff"));
        return copy;
    }
}
