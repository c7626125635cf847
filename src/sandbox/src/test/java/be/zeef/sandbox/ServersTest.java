package be.zeef.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServersTest {

    @Test
    void shouldStopAllOfThem_andTellEveryFailure_whenSomeDoNotStop() {
        List<String> stopped = new ArrayList<>();
        Servers servers = new Servers();
        servers.opened(() -> stopped.add("first"));
        servers.opened(() -> {
            throw new IllegalStateException("second");
        });
        servers.opened(() -> stopped.add("third"));
        servers.opened(() -> {
            throw new IllegalStateException("fourth");
        });

        SandboxException failure = catchThrowableOfType(SandboxException.class, servers::close);

        assertThat(stopped).containsExactly("third", "first");
        assertThat(failure).hasMessageContaining("fourth").hasRootCauseMessage("fourth");
        assertThat(failure.getSuppressed()).singleElement().satisfies(other -> assertThat(other)
                .hasMessage("second"));
    }
}
