package be.zeef.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Settings as somebody types them into {@code zeef.yaml}. */
abstract class TypedSettings {

    @TempDir
    Path folder;

    Report refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("zeef.yaml"), text);
        SettingsException refused =
                catchThrowableOfType(SettingsException.class, () -> SettingsFile.read(file, Map.of()));
        assertThat(refused).as(text).isNotNull();
        assertThat(refused).hasMessageContaining(file.toString());
        return refused.report().orElseThrow();
    }

    Settings read(String text) throws IOException {
        return SettingsFile.read(Files.writeString(folder.resolve("zeef.yaml"), text), Map.of());
    }
}
