package be.zeef.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a key that is not there can be followed where it is told. */
class MissingKeyTest {

    private static final Pattern PAGE = Pattern.compile("docs/[a-z-]+\\.md");

    @TempDir
    Path folder;

    @Test
    void shouldNamePagesThatAreThere_andNoSandbox_whereTheSandboxMakesNone() {
        Keys keys = Keys.in(folder, false);
        for (String alias : List.of(Keys.MAGDA, Keys.KSZ, Keys.SFTP, Keys.DELIVERY, Keys.RECEIVING, Keys.COUNTER)) {
            List<ThrowingCallable> calls = List.of(() -> keys.identity(alias), () -> keys.partner(alias));
            for (ThrowingCallable call : calls) {
                assertThatThrownBy(call).isInstanceOf(KeyException.class).satisfies(failure -> {
                    assertThat(failure).hasMessageContaining("'" + alias + "'");
                    assertThat(failure.getMessage()).doesNotContain("sandbox").containsPattern(PAGE);
                    PAGE.matcher(failure.getMessage()).results().forEach(page -> assertThat(Path.of(page.group()))
                            .exists());
                });
            }
        }
    }

    @Test
    void shouldNameTheCommand_whereTheSandboxMakesThem() {
        Keys keys = Keys.in(folder, true);

        assertThatThrownBy(() -> keys.identity(Keys.MAGDA)).hasMessageContaining("zeef sandbox");
        assertThatThrownBy(() -> keys.partner("ivago")).hasMessageContaining("zeef sandbox");
    }
}
