package be.zeef.source.ocmw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.settings.OcmwSettings;
import be.zeef.settings.SettingsException;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.testing.Await;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A town's database of another maker, as a process of its own, whose driver is nowhere but in a folder. */
class TownsDriverTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    @Test
    void shouldAskADatabase_whoseDriverLiesInTheFolder() throws Exception {
        Path jar = jar();
        assertThatThrownBy(() -> DriverManager.getDriver("jdbc:hsqldb:hsql://127.0.0.1/ocmw"))
                .as("it is not on the class path")
                .isInstanceOf(SQLException.class);
        Path drivers = Files.createDirectories(folder.resolve("drivers"));
        Files.copy(jar, drivers.resolve("towns-driver.jar"));
        Files.writeString(drivers.resolve("notes.jar"), "no jar at all");
        int port = freePort();
        Process database = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        jar.toString(),
                        "org.hsqldb.server.Server",
                        "--database.0",
                        "mem:ocmw",
                        "--dbname.0",
                        "ocmw",
                        "--address",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        String url = "jdbc:hsqldb:hsql://127.0.0.1:" + port + "/ocmw";
        try (Drivers found = new Drivers(drivers)) {
            Await.until("the database runs", () -> runs(found, url));
            try (Connection owner = found.of(url).connect(url, login())) {
                Welfare.fill(owner, Welfare.people(1200));
                owner.commit();
            }
            OcmwSettings settings =
                    Welfare.settings(url, drivers, Map.of("properties", Map.of("close_result", "true")));
            try (JdbcOcmwRegister register = new JdbcOcmwRegister(settings, Realm.SANDBOX)) {
                List<Long> told = new ArrayList<>();
                register.withMeasure(Set.of("BB"), ON, Welfare.people(2500), told::add);
                assertThat(told)
                        .containsExactlyInAnyOrderElementsOf(
                                Welfare.people(1200).boxed().toList());
                long other = Welfare.person(2000);
                assertThat(register.hasMeasure(Insz.of(String.format("%011d", other), Realm.SANDBOX), Set.of("BB"), ON))
                        .isFalse();
            }
        } finally {
            database.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldNameTheSettingAndTheFolder_whenThereIsNoDriver() {
        OcmwSettings settings =
                Welfare.settings("jdbc:towndb://host/x?password=secret", folder.resolve("drivers"), Map.of());
        try (JdbcOcmwRegister register = new JdbcOcmwRegister(settings, Realm.SANDBOX)) {
            assertThatThrownBy(register::requireDriver)
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("ocmw.url")
                    .hasMessageContaining("jdbc:towndb")
                    .hasMessageContaining("ocmw.drivers")
                    .hasMessageContaining(folder.resolve("drivers").toString())
                    .hasMessageNotContaining("secret");
        }
        assertThat(settings.toString()).doesNotContain("secret");
    }

    private static boolean runs(Drivers drivers, String url) {
        try (Connection connection = drivers.of(url).connect(url, login())) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static Properties login() {
        Properties login = new Properties();
        login.setProperty("user", "SA");
        login.setProperty("password", "");
        return login;
    }

    private static Path jar() throws Exception {
        try (var files = Files.list(Welfare.JARS)) {
            return files.filter(file -> file.getFileName().toString().startsWith("hsqldb"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
