package be.zeef.recipient.uitpas;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sandbox.uitpas.UitpasServer;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** UiTPAS as the sandbox plays it, and the gateway's own way to it; nobody may be granted twice. */
abstract class TariffCase {

    static final LocalDate UNTIL = LocalDate.of(2027, 4, 30);

    @TempDir
    static Path folder;

    static TariffCity city;
    static UitpasServer server;
    static UitpasTariffs tariffs;

    final long grantsBefore = server.grants();
    final long writesBefore = server.writes();

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

    void assertWrites(long writes, long grants) {
        assertThat(server.writes() - writesBefore).as("writes").isEqualTo(writes);
        assertThat(server.grants() - grantsBefore).as("grants").isEqualTo(grants);
    }
}
