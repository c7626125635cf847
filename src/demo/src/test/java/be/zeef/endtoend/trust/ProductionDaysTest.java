package be.zeef.endtoend.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.agreement.Agreement;
import be.zeef.app.Gateway;
import be.zeef.app.SyncOffice;
import be.zeef.endtoend.city.ProductionHome;
import be.zeef.run.Progress;
import be.zeef.subject.Today;
import be.zeef.sync.NoGathering;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where people are real, nobody chooses the day that suits, and no version that suits is put back. */
class ProductionDaysTest {

    @TempDir
    Path folder;

    private ProductionHome production;

    @BeforeEach
    void approved() throws Exception {
        production = ProductionHome.in(folder);
    }

    /** Whoever could choose the day would find one on which it was due. */
    @Test
    void shouldRefuseADayThatHasNotCome_andAGrantAtTheCounterOfAnother() throws Exception {
        production.proved("gent-uitpas").proved("wingene-geboortepremie");
        LocalDate today = Today.by(Today.wallClock());
        LocalDate tomorrow = today.plusDays(1);
        Agreement uitpas = production.agreement("gent-uitpas");
        Agreement bags = production.agreement("gent-huisvuilzakken");
        Agreement premiums = production.agreement("wingene-geboortepremie");
        try (Gateway gateway = new Gateway(production.settings(), Today.wallClock())) {
            assertThat(List.of(
                            refused(() -> gateway.syncs().parts(bags, Optional.of(tomorrow), false, Optional.empty())),
                            refused(() -> gateway.syncs()
                                    .run(new SyncOffice.Part(bags, tomorrow, new NoGathering()), false, Progress.NONE)),
                            refused(() -> gateway.payments(premiums).run().run(tomorrow)),
                            refused(() -> gateway.desks().question(uitpas, tomorrow)),
                            refused(() -> gateway.desks().grant(uitpas, tomorrow))))
                    .allSatisfy(codes -> assertThat(codes).containsAnyOf("counter.day-future", "counter.day-grant"));
            assertThat(refused(() -> gateway.desks().grant(uitpas, today.minusDays(1))))
                    .containsExactly("counter.day-grant");
            assertThat(gateway.desks().question(uitpas, today.minusDays(1))).isNotNull();
        }
    }

    /** Both officers approved it once: a wider version that somebody puts back with its approvals is not what they want now. */
    @Test
    void shouldRefuseAnOlderVersion_onceANewerOneHasBeenUsed() throws Exception {
        Path agreements = production.home().resolve("mappings/agreements");
        Path older = folder.resolve("older");
        production.proved("gent-uitpas");
        use("gent-uitpas");
        copy(agreements, older);
        Thread.sleep(1100); // a signature tells its second
        Files.writeString(agreements.resolve("gent-uitpas.yaml"), "\n", StandardOpenOption.APPEND);
        production.dpos().approve("gent-uitpas");
        production.proved("gent-uitpas");
        use("gent-uitpas");

        copy(older, agreements);
        assertThat(refused(() -> use("gent-uitpas"))).containsExactly("agreement.approval-older");

        Thread.sleep(1100);
        production.dpos().approve("gent-uitpas");
        production.proved("gent-uitpas");
        use("gent-uitpas");
    }

    private void use(String id) {
        Agreement agreement = production.agreement(id);
        new Gateway(production.settings(), Clock.systemUTC(), agreement).close();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<String> refused(ThrowingCallable call) {
        InvalidMessageException refused = catchThrowableOfType(InvalidMessageException.class, call);
        assertThat(refused).isNotNull();
        return refused.report().findings().stream().map(Finding::code).toList();
    }
}
