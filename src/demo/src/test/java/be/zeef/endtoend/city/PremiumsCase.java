package be.zeef.endtoend.city;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.cli.Overrides;
import be.zeef.payment.run.PaymentDesk;
import be.zeef.payment.run.PaymentReport;
import be.zeef.sandbox.groeipakket.Allowance;
import be.zeef.sandbox.groeipakket.Births;
import be.zeef.sandbox.groeipakket.GroeipakketMisbehaviour;
import be.zeef.sandbox.groeipakket.MonthFile;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.validation.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A municipality that pays birth premiums, with VUTG and a bank at its far ends, month after month. */
public abstract class PremiumsCase {

    public static final YearMonth JUNE = YearMonth.of(2026, 6);

    @TempDir
    public static Path data;

    public static TestCity city;
    public static Agreement agreement;

    @BeforeAll
    protected static void open() {
        city = new TestCity(data, 20);
        agreement = new Agreements(Path.of("mappings")).load("wingene-geboortepremie");
    }

    @AfterAll
    protected static void close() {
        city.close();
    }

    protected static Settings settings(Map<String, ?> payment) {
        Map<String, Object> all = city.overrides();
        all.put("groeipakket", Map.of("fileWithin", "PT30S"));
        all.put("payment", Overrides.over(Map.of("answerWithin", "PT30S"), new HashMap<>(payment)));
        return SettingsFile.read(Path.of("no-such-zeef.yaml"), all);
    }

    protected static PaymentReport run(Gateway gateway, YearMonth month) {
        return gateway.payments(agreement).run().run(month.plusMonths(1).atDay(1));
    }

    protected static PaymentDesk.Released release(Gateway gateway, String file) {
        PaymentDesk desk = gateway.payments(agreement).desk();
        release(desk, file, "an");
        return release(desk, file, "bert");
    }

    protected static PaymentDesk.Released release(PaymentDesk desk, String file, String person) {
        try {
            return city.release(desk, file, person);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    protected static Set<String> accountsPaid() throws IOException {
        return city.sandbox().bank().paid().stream()
                .map(line -> line.split(";")[2])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    protected static void publish(String id, YearMonth month, Allowance row, GroeipakketMisbehaviour... trouble)
            throws IOException {
        for (GroeipakketMisbehaviour kind : trouble) {
            city.sandbox().groeipakket().misbehave(kind, 1);
        }
        city.sandbox()
                .groeipakket()
                .publish(
                        new MonthFile(
                                id,
                                month,
                                java.time.Instant.parse("2026-09-30T00:00:00Z"),
                                Births.MUNICIPALITY,
                                List.of(row)),
                        MonthFile.Format.XML);
    }

    protected static void emptyTheBanksFolder() throws IOException {
        try (Stream<Path> left = Files.list(city.sandbox().folder().resolve("bank/sftp/out"))) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }
}
