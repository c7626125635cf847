package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.settings.Settings;
import be.zeef.settings.SettingsException;
import be.zeef.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings become part of addresses, and of nothing else in them. */
class RoutePropertiesTest {

    private static Settings ivago(String key, String value) {
        return SettingsFile.read(Path.of("no-such-zeef.yaml"), Map.of("partners", Map.of("ivago", Map.of(key, value))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out?delete=true", "out&delete=true", "out#x", "{{keys}}", "a%26b", "a+b", "RAW(x)"})
    void refusesASetting_thatWouldBeMoreThanItsPart(String value) {
        assertThatThrownBy(() -> RouteProperties.of(ivago("out", value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("partners.ivago.out holds")
                .hasMessageNotContaining(value);
        assertThatThrownBy(() -> RouteProperties.of(ivago("user", value))).isInstanceOf(SettingsException.class);
    }

    @Test
    void takesWhatFoldersAndUsersAreCalled() {
        assertThat(RouteProperties.of(ivago("out", "/Zeef in/van_IVAGO-1.0")))
                .containsEntry("partners.ivago.out", "/Zeef in/van_IVAGO-1.0");
    }

    @Test
    void holdsNoPassword() {
        Settings settings = SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of("partners", Map.of("magdaFiles", Map.of("password", "quite-secret"))));

        assertThat(RouteProperties.of(settings).values()).doesNotContain("quite-secret");
    }
}
