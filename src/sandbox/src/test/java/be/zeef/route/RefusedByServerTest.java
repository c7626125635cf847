package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner's FTPS server says when it refuses reaches whoever must do something about it. */
class RefusedByServerTest {

    @TempDir
    Path folder;

    private StrictFtps server;
    private Routes routes;
    private CamelMailbox box;

    @BeforeEach
    void open() throws Exception {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("routes"));
        for (String file : List.of("magda-lists.yaml", "ftps.yaml")) {
            Files.copy(Path.of("routes").resolve(file), home.resolve("routes").resolve(file));
        }
        ReadyKeys.copy(folder.resolve("data/keys"), folder.resolve("far/keys"));
        Keys gateway = Keys.in(folder.resolve("data/keys"));
        Path root = folder.resolve("far/root");
        Files.createDirectories(root.resolve("To_Vip"));
        Files.createDirectories(root.resolve("From_Vip"));
        server = new StrictFtps(root, SandboxKeys.in(folder.resolve("far/keys"), gateway), "TLSv1.3");
        Map<String, Object> partner =
                Map.of("host", "127.0.0.1", "port", server.port(), "user", "zeef", "poll", "PT0.2S");
        Settings settings = SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of(
                        "home", home.toString(),
                        "data", folder.resolve("data").toString(),
                        "partners", Map.of("magdaFiles", partner)));
        box = new CamelMailbox("magda-lists");
        routes = Routes.start(
                settings,
                Map.of(
                        "magda-lists", box,
                        "magdaTls", PartnerKeys.magdaTls(gateway),
                        "magdaFilesPassword", "of-this-test".toCharArray()));
        box.in(routes);
    }

    @AfterEach
    void close() throws Exception {
        routes.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    PASS | 530 Login incorrect.                           | 530 Login incorrect.
                    STOR | 552 /To_Vip/gssvl-1.xml.part: quota exceeded   | 552 … quota exceeded
                    RNTO | 553 Not allowed to make gssvl-1.xml            | 553 Not allowed to make …
                    STOR | 550-Maintenance until noon.\\r\\n550 Try later | 550 Maintenance until noon. Try later
                    """)
    void isTold_whenAFileIsNotTaken(String command, String reply, String told) {
        server.refuse(command, reply.replace("\\r\\n", "\r\n"));

        MailboxException refused = catchThrowableOfType(
                MailboxException.class, () -> box.put("gssvl-1.xml", out -> out.write(new byte[1 << 18])));

        assertThat(refused.reason()).isEqualTo(told);
        assertThat(refused).hasMessageContaining("could not be written there (" + told + ")");
    }

    /** Nothing may be concluded from a folder that nobody could look into, least of all that it is empty. */
    @Test
    void isTold_whenTheFolderCannotBeLookedInto() {
        server.refuse("LIST", "425 No data connection for you");
        box.watch(new KeptFiles(0));

        List<Finding> findings = box.unwatch().findings();

        assertThat(findings).extracting(Finding::code).containsExactly("mailbox.not-read");
        assertThat(findings.get(0).text(Locale.ENGLISH)).contains("magda-lists", "(425 No data connection for you)");
    }

    @ParameterizedTest
    @CsvSource({"450 No files", "550 No files found"})
    void isTheSameAsEmpty_whenAServerRefusesToListAnEmptyFolder(String reply) {
        server.refuse("LIST", reply);
        box.watch(new KeptFiles(0));

        assertThat(box.unwatch().findings()).isEmpty();
    }
}
