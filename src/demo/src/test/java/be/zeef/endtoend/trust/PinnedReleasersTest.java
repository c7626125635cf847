package be.zeef.endtoend.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.app.AgreementAdmission;
import be.zeef.app.PinnedReleasers;
import be.zeef.endtoend.city.ApprovalHouse;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.release.Releaser;
import be.zeef.payment.release.Releasers;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.trust.TestPki;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In production nobody becomes one of the four eyes by writing settings: the signed trust file says who they are. */
class PinnedReleasersTest {

    private static final String AGREEMENT = "wingene-geboortepremie";

    @TempDir
    Path folder;

    private ApprovalHouse house;

    @BeforeEach
    void build() throws Exception {
        house = new ApprovalHouse(folder);
    }

    private Releasers releasers(String profile, String fingerprint) throws Exception {
        Path pem =
                Files.writeString(folder.resolve("eve.pem"), TestPki.pem(TestPki.certificate(house.pki.person("eve"))));
        Settings settings = SettingsFile.read(
                house.home.resolve("zeef.yaml"),
                Map.of(
                        "profile",
                        profile,
                        "trust",
                        Map.of("fingerprint", fingerprint),
                        "payment",
                        Map.of("releasers", List.of(Map.of("person", "eve", "certificate", pem.toString())))));
        Clock clock = Clock.systemUTC();
        return PinnedReleasers.of(
                settings, AgreementAdmission.people(settings, () -> Keys.in(settings.keys()), clock), AGREEMENT);
    }

    @Test
    void namesInProductionWhomTheTrustFileNames_andNobodyElse() throws Exception {
        house.trust().released(AGREEMENT, "an.peeters", "jo.maes").write(house.data.resolve("trust.p7s"), house.board);

        assertThat(releasers("production", house.fingerprint).pinned())
                .containsExactly(
                        new Releaser("an.peeters", TestPki.certificate(house.sender)),
                        new Releaser("jo.maes", TestPki.certificate(house.recipient)));
    }

    @Test
    void namesNobodyInProduction_whenTheTrustFileNamesNobody() throws Exception {
        house.trusted();

        assertThat(releasers("production", house.fingerprint).pinned()).isEmpty();
    }

    @Test
    void refusesInProduction_whenTheTrustFileDoesNotHold() throws Exception {
        Releasers none = releasers("production", house.fingerprint);

        assertThatThrownBy(none::pinned)
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageContaining("trust file");
    }

    @Test
    void namesInTheSandboxWhomTheSettingsName() throws Exception {
        assertThat(releasers("sandbox", "").pinned())
                .extracting(Releaser::person)
                .containsExactly("eve");
    }
}
