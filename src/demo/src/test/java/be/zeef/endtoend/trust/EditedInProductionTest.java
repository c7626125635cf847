package be.zeef.endtoend.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Approvals;
import be.zeef.app.AgreementAdmission;
import be.zeef.app.Bindings;
import be.zeef.app.Gateway;
import be.zeef.app.GrantDatabase;
import be.zeef.app.SyncOffice;
import be.zeef.check.AgreementCheck;
import be.zeef.endtoend.city.Dpos;
import be.zeef.endtoend.city.ProductionHome;
import be.zeef.run.Progress;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.subject.Today;
import be.zeef.sync.NoGathering;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In production any edited byte of what decides voids the approvals, is named by its file, and stops all that is done. */
class EditedInProductionTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    private ProductionHome production;
    private Path home;
    private Settings settings;
    private Keys keys;
    private Approvals approvals;
    private Dpos dpos;

    @BeforeEach
    void approved() throws Exception {
        production = ProductionHome.in(folder);
        home = production.home();
        dpos = production.dpos();
        settings = production.settings();
        keys = Keys.in(settings.keys());
        approvals = new AgreementAdmission(settings, () -> keys, Clock.systemUTC()).approvals();
    }

    private Bindings bindings() {
        return new Bindings(settings, Clock.systemUTC());
    }

    /** As the gateway does it before every run and every desk. */
    private void require(Bindings bindings, Agreement agreement) {
        bindings.requireSame(agreement);
        approvals.require(agreement);
        bindings.requireUnchanged(agreement.id());
    }

    private Agreement agreement(String id) {
        return new Agreements(home.resolve("mappings")).load(id);
    }

    private void edit(String file) throws Exception {
        Files.write(home.resolve(file), new byte[] {'\n'}, StandardOpenOption.APPEND);
    }

    private static List<Finding> refused(ThrowingCallable call) {
        InvalidMessageException refused = catchThrowableOfType(InvalidMessageException.class, call);
        assertThat(refused).isNotNull();
        return refused.report().findings();
    }

    @ParameterizedTest
    @CsvSource({
        "gent-huisvuilzakken, mappings/agreements/gent-huisvuilzakken.yaml",
        "gent-huisvuilzakken, mappings/rules/gent-huisvuilzakken.dmn",
        "gent-huisvuilzakken, mappings/sources/ksz/GeefSociaalStatuutVoorLijst-02.00.xsd",
        "gent-huisvuilzakken, routes/magda-lists.yaml",
        "gent-onderwijs, mappings/sources/magda/GeefGezinssamenstelling-02.02/facts.xslt",
        "gent-onderwijs, mappings/sources/magda/RegistreerInschrijving-02.00/request.xml",
        "gent-onderwijs, mappings/recipients/education/columns.yaml",
        "gent-uitpas, mappings/sources/magda/exceptions.yaml",
        "gent-uitpas, mappings/sources/magda/common.xsd",
        "gent-uitpas, routes/counter.yaml",
        "gent-uitpas, security/profiles/magda-signed-answers.yaml",
        "heusden-zolder-kinderopvang, mappings/recipients/receipt.xsd",
        "wingene-geboortepremie, mappings/recipients/payment/pain.001.001.09.xslt",
        "wingene-geboortepremie, routes/payment.yaml",
        "wingene-geboortepremie, mappings/recipients/payment/reasons.yaml",
        "heusden-zolder-lidgeld, mappings/recipients/payment/reasons.yaml",
        "heusden-zolder-lidgeld, mappings/rules/heusden-zolder-lidgeld.dmn",
        "heusden-zolder-kinderopvang, mappings/rules/heusden-zolder-vakantie.dmn",
        "heusden-zolder-kinderopvang, mappings/recipients/holidays/recipient.yaml"
    })
    void shouldRefuse_namingTheFile(String id, String file) throws Exception {
        try (Bindings before = bindings()) {
            assertThatCode(() -> require(before, agreement(id))).doesNotThrowAnyException();
        }
        edit(file);
        try (Bindings after = bindings()) {
            assertThat(refused(() -> require(after, agreement(id)))).hasSize(2).allSatisfy(finding -> {
                assertThat(finding.code()).isEqualTo("agreement.approval-changed");
                assertThat(finding.arguments()).contains(file);
            });
        }
        dpos.approve(id);
        try (Bindings again = bindings()) {
            assertThatCode(() -> require(again, agreement(id))).doesNotThrowAnyException();
        }
    }

    @Test
    void shouldNameWhatCameAndWhatWent() throws Exception {
        Files.writeString(home.resolve("mappings/recipients/uitpas/more.yaml"), "a: b");
        Files.writeString(home.resolve("routes/zz-of-nobody.yaml"), "- route: {}");
        Files.delete(home.resolve("routes/uitpas.yaml"));
        try (Bindings bindings = bindings()) {
            assertThat(refused(() -> require(bindings, agreement("gent-uitpas"))))
                    .extracting(Finding::code, finding -> finding.arguments().get(1))
                    .contains(
                            org.assertj.core.groups.Tuple.tuple(
                                    "agreement.approval-new", "mappings/recipients/uitpas/more.yaml"),
                            org.assertj.core.groups.Tuple.tuple("agreement.approval-new", "routes/zz-of-nobody.yaml"),
                            org.assertj.core.groups.Tuple.tuple("agreement.approval-gone", "routes/uitpas.yaml"));
        }
    }

    @Test
    void shouldAcceptNothingButTheManifest() throws Exception {
        Agreement agreement = agreement("gent-uitpas");
        String manifest =
                new Agreements(home.resolve("mappings")).manifest(agreement).text();
        for (String content :
                List.of(agreement.version(), "", manifest + "\n", manifest.replace("gent-uitpas\n", "gent-other\n"))) {
            dpos.sign("gent-uitpas", content);
            try (Bindings bindings = bindings()) {
                assertThat(refused(() -> require(bindings, agreement)))
                        .as(content)
                        .extracting(Finding::code)
                        .containsOnly("agreement.approval-version");
            }
        }
    }

    @Test
    void shouldRefuse_fromTheMomentThatAFileIsEditedWhileItRuns() throws Exception {
        String file = "mappings/rules/gent-uitpas.dmn";
        Agreement agreement = agreement("gent-uitpas");
        try (Bindings bindings = bindings()) {
            require(bindings, agreement);
            bindings.requireUnchanged("gent-uitpas");
            assertThat(bindings.changed()).isFalse();
            byte[] bytes = Files.readAllBytes(home.resolve(file));
            edit(file);

            assertThat(bindings.changed()).isTrue();
            assertThat(refused(() -> bindings.requireUnchanged("gent-uitpas")))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.code()).isEqualTo("agreement.changed");
                        assertThat(finding.arguments()).containsExactly(file);
                    });
            assertThatThrownBy(() -> require(bindings, agreement)).isInstanceOf(InvalidMessageException.class);
            assertThatCode(() -> bindings.requireUnchanged("gent-onderwijs")).doesNotThrowAnyException();

            // both officers approve the new file: what runs was read before, and still is not what they approved
            dpos.approve("gent-uitpas");
            assertThatThrownBy(() -> require(bindings, agreement)).isInstanceOf(InvalidMessageException.class);
            assertThatThrownBy(() -> require(bindings, agreement("gent-uitpas")))
                    .isInstanceOf(InvalidMessageException.class);

            Files.write(home.resolve(file), bytes);
            dpos.approve("gent-uitpas");
            assertThatCode(() -> require(bindings, agreement)).doesNotThrowAnyException();
        }
    }

    @Test
    void shouldStopEveryWayIn_andCheckNot() throws Exception {
        Agreement uitpas = agreement("gent-uitpas");
        Agreement bags = agreement("gent-huisvuilzakken");
        Agreement premiums = agreement("wingene-geboortepremie");
        Agreement childcare = agreement("heusden-zolder-kinderopvang");
        Agreement fees = agreement("heusden-zolder-lidgeld");
        LocalDate today = Today.by(Today.wallClock());
        for (String id : List.of(uitpas.id(), premiums.id(), fees.id())) {
            production.proved(id);
        }
        try (Gateway gateway = new Gateway(settings, Today.wallClock())) {
            assertThat(gateway.desks().question(uitpas, ON)).isNotNull();
            assertThat(gateway.desks().grant(uitpas, today)).isNotNull();
            assertThat(gateway.payments(premiums)).isNotNull();
            assertThat(gateway.desks().claims(fees, today)).isNotNull();
            for (String id : List.of(uitpas.id(), bags.id(), premiums.id(), childcare.id(), fees.id())) {
                edit("mappings/rules/" + id + ".dmn");
            }
            assertNamed("gent-uitpas", () -> gateway.desks().question(uitpas, ON));
            assertNamed("gent-uitpas", () -> gateway.desks().grant(uitpas, today));
            assertNamed("wingene-geboortepremie", () -> gateway.payments(premiums));
            assertNamed("heusden-zolder-lidgeld", () -> gateway.desks().claims(fees, today));
            assertNamed("heusden-zolder-lidgeld", () -> gateway.payments(fees));
            assertNamed("gent-huisvuilzakken", () -> gateway.syncs()
                    .run(new SyncOffice.Part(bags, ON, new NoGathering()), false, Progress.NONE));
        }
        assertNamed(
                "heusden-zolder-kinderopvang",
                () -> new GrantDatabase(settings, agreement(childcare.id()), Today.wallClock()).close());
        assertThat(AgreementCheck.of(new Agreements(home.resolve("mappings")), home.resolve("mappings"), "gent-uitpas")
                        .acceptable())
                .isTrue();
    }

    private static void assertNamed(String id, ThrowingCallable call) {
        assertThat(refused(call)).as(id).isNotEmpty().allSatisfy(finding -> assertThat(finding.arguments())
                .contains("mappings/rules/" + id + ".dmn"));
    }
}
