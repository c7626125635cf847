package be.zeef.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second sandbox says in one sentence why it does not start, and makes nothing. */
class PortsFreeTest {

    private static final List<String> PORTS = List.of(
            "magdaPort",
            "kszPort",
            "filesPort",
            "ocmwPort",
            "ivagoPort",
            "educationPort",
            "childcarePort",
            "holidaysPort",
            "uitpasPort",
            "advicePort",
            "oidcPort",
            "groeipakketPort",
            "bankPort",
            "witnessPort",
            "stampPort");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "magdaPort",
                "kszPort",
                "filesPort",
                "ocmwPort",
                "ivagoPort",
                "educationPort",
                "childcarePort",
                "holidaysPort",
                "uitpasPort",
                "advicePort",
                "oidcPort",
                "groeipakketPort",
                "bankPort",
                "witnessPort",
                "stampPort"
            })
    void shouldNameTheSetting_whenItsPortIsTaken(String setting) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Object> sandbox = new HashMap<>();
            PORTS.forEach(port -> sandbox.put(port, 0));
            sandbox.put(setting, taken.getLocalPort());
            Settings settings = SettingsFile.read(
                    folder.resolve("none.yaml"),
                    Map.of("data", folder.resolve("data").toString(), "sandbox", sandbox));

            assertThatThrownBy(() -> Sandbox.start(settings))
                    .isInstanceOf(SandboxException.class)
                    .hasMessage("The sandbox cannot be started: port " + taken.getLocalPort()
                            + " of this machine is taken. If another sandbox is running, use that one or stop it;"
                            + " otherwise set another port (sandbox." + setting + ").");
            assertThat(folder.resolve("data/sandbox")).doesNotExist();
        }
    }
}
