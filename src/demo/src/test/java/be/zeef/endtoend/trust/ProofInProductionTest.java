package be.zeef.endtoend.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.GrantDatabase;
import be.zeef.app.Proofs;
import be.zeef.app.SyncOffice;
import be.zeef.check.ProofCheck;
import be.zeef.endtoend.city.ProductionHome;
import be.zeef.run.Progress;
import be.zeef.security.Keys;
import be.zeef.subject.Today;
import be.zeef.sync.NoGathering;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Production runs nothing that this installation has not proved in the very version that would run; whoever approved it. */
class ProofInProductionTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    private ProductionHome production;

    @BeforeEach
    void approved() throws Exception {
        production = ProductionHome.in(folder);
    }

    private static List<String> refused(ThrowingCallable call) {
        InvalidMessageException refused = catchThrowableOfType(InvalidMessageException.class, call);
        assertThat(refused).isNotNull();
        return refused.report().findings().stream().map(Finding::code).toList();
    }

    @Test
    void shouldRefuseEveryWayIn_withoutAProof() {
        Agreement uitpas = production.agreement("gent-uitpas");
        Agreement bags = production.agreement("gent-huisvuilzakken");
        Agreement premiums = production.agreement("wingene-geboortepremie");
        Agreement fees = production.agreement("heusden-zolder-lidgeld");
        Agreement childcare = production.agreement("heusden-zolder-kinderopvang");
        LocalDate today = Today.by(Today.wallClock());
        try (Gateway gateway = new Gateway(production.settings(), Today.wallClock())) {
            assertThat(List.of(
                            refused(() -> gateway.desks().question(uitpas, ON)),
                            refused(() -> gateway.desks().grant(uitpas, today)),
                            refused(() -> gateway.desks().claims(fees, today)),
                            refused(() -> gateway.payments(premiums)),
                            refused(() -> gateway.syncs()
                                    .run(new SyncOffice.Part(bags, ON, new NoGathering()), false, Progress.NONE)),
                            refused(() ->
                                    new GrantDatabase(production.settings(), childcare, Today.wallClock()).close())))
                    .allSatisfy(codes -> assertThat(codes).containsExactly("proof.missing"));
        }
    }

    private void use(String id) {
        new Gateway(production.settings(), Today.wallClock(), production.agreement(id)).close();
    }

    private List<String> checked(String id) {
        List<Report> reports = ProofCheck.of(
                production.settings(),
                new Agreements(production.home().resolve("mappings")),
                List.of(id),
                Today.wallClock());
        return reports.stream()
                .flatMap(report -> report.findings().stream())
                .map(Finding::code)
                .toList();
    }

    @Test
    void shouldRefuseAProof_ofAnotherVersion_andAlteredOnes() throws Exception {
        String id = "wingene-geboortepremie";
        production.proved(id);
        assertThatCode(() -> use(id)).doesNotThrowAnyException();
        assertThat(checked(id)).containsExactly("proof.stands");

        Path certificate = Proofs.folder(production.settings()).resolve(id + ".json");
        String genuine = Files.readString(certificate);
        Files.writeString(certificate, genuine + " ");
        assertThat(refused(() -> use(id))).containsExactly("proof.signature");
        Files.writeString(certificate, genuine);

        Path signature = Proofs.folder(production.settings()).resolve(id + ".p7s");
        byte[] signed = Files.readAllBytes(signature);
        Files.write(signature, new byte[0]);
        assertThat(refused(() -> use(id))).containsExactly("proof.signature");
        Files.write(signature, signed);

        Files.writeString(
                production.home().resolve("mappings/rules/" + id + ".dmn"),
                "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
        production.dpos().approve(id);
        assertThat(refused(() -> use(id))).containsExactly("proof.version");
        assertThat(checked(id)).containsExactly("proof.version");

        production.proved(id);
        assertThatCode(() -> use(id)).doesNotThrowAnyException();
    }

    @Test
    void shouldRefuseAProof_thatAnotherInstallationSigned_orThatRefutes() throws Exception {
        String id = "wingene-geboortepremie";
        production.proved(id);
        Path key = Keys.in(production.settings().keys()).folder().resolve("proof.p12");
        Files.delete(key);
        assertThat(refused(() -> use(id))).containsExactly("proof.missing");
        production.proved("heusden-zolder-lidgeld");
        assertThat(refused(() -> use(id))).containsExactly("proof.signature");

        Path rule = production.home().resolve("mappings/rules/" + id + ".dmn");
        String text = Files.readString(rule);
        Files.writeString(rule, text.replaceFirst("(?s)<rule id=\"r4\">.*?</rule>", ""));
        production.dpos().approve(id);
        production.proved(id);
        assertThat(refused(() -> use(id))).containsExactly("proof.failed");
    }
}
