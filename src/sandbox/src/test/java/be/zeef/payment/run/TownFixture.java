package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.security.Someone;
import be.zeef.validation.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of payments stand on: one town a class, empty before each test. */
abstract class TownFixture {

    @TempDir
    static Path data;

    static Town town;

    @BeforeAll
    static void open() {
        town = new Town(data);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    static List<String> codes(PaymentReport report) {
        return report.findings().stream().map(Finding::code).toList();
    }

    static long paidTo(long account) {
        return town.bank().paidTo(Family.iban(account));
    }

    @BeforeEach
    void empty() {
        town.empty();
    }

    /** A file with one child's premium. */
    static String composed() {
        town.send(Family.of(1).grant(1));
        return town.run().file();
    }

    /** Whom this says may not release it may not. */
    static void refuses(String because, String file, Someone by) {
        assertThatThrownBy(() -> town.release(file, by))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageContaining(because);
    }
}
