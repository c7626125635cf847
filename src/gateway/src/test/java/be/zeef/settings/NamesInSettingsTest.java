package be.zeef.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever the settings name stands by that name in the ledger, so it is no number, and there is one. */
class NamesInSettingsTest {

    @TempDir
    Path folder;

    private Path with(String yaml) throws Exception {
        return Files.writeString(folder.resolve("zeef.yaml"), yaml);
    }

    private static String each(int door, String name) {
        String quoted = "\"" + name + "\"";
        return switch (door) {
            case 0 -> "payment: {releasers: [{person: " + quoted + ", certificate: a.pem}]}";
            case 1 -> "trust: {officers: {" + quoted + ": a.pem}}";
            default ->
                "counter: {callers: [{name: " + quoted
                        + ", certificate: \"CN=a\", client: \"\", agreements: [gent-uitpas]}]}";
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "78661200190",
                "78.66.12-001.90",
                "78 66 12 001 90",
                "\uff17\uff18\uff16\uff16\uff11\uff12\uff10\uff10\uff11\uff19\uff10",
                "an-78661200190-x",
                "7866l2OO19O",
                "an/jan"
            })
    void shouldRefuseAName_whenItIsNoneOrMayBeANumber(String name) throws Exception {
        for (int door = 0; door < 3; door++) {
            Path file = with(each(door, name));
            assertThatThrownBy(() -> SettingsFile.read(file, Map.of()))
                    .isInstanceOf(SettingsException.class)
                    .message()
                    .matches(message -> name.isBlank() || !message.contains(name));
        }
    }

    @Test
    void shouldTakeAName_thatIsOne() throws Exception {
        for (int door = 0; door < 3; door++) {
            assertThat(SettingsFile.read(with(each(door, "an.peeters-20260101")), Map.of()))
                    .isNotNull();
        }
    }
}
