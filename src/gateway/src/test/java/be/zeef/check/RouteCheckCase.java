package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A home whose folder of routes has what a test writes there. */
abstract class RouteCheckCase {

    @TempDir
    Path home;

    Path routes;

    @BeforeEach
    void makeHome() throws IOException {
        routes = Files.createDirectories(home.resolve("routes"));
    }

    Report check(String file) throws IOException {
        Files.writeString(routes.resolve("mine.yaml"), file);
        return check(home);
    }

    static Report check(Path home) throws IOException {
        Settings settings = SettingsFile.read(Path.of("no-such-zeef.yaml"), Map.of("home", home.toString()));
        return RouteCheck.of(settings);
    }

    Finding only(String file) throws IOException {
        List<Finding> findings = check(file).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }
}
