package be.zeef.sandbox;

import be.zeef.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Looks whether the ports are free before any server is started: each library would tell of a taken one in its own words, and
 * none names the setting.
 */
final class PortsFree {

    private PortsFree() {}

    /** @throws SandboxException naming a port that is taken, and its setting */
    static void require(Settings.Sandbox wanted) {
        ports(wanted).forEach((setting, port) -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new SandboxException(
                        "The sandbox cannot be started: port " + port
                                + " of this machine is taken. If another sandbox is"
                                + " running, use that one or stop it; otherwise set another port (sandbox." + setting
                                + ").",
                        e);
            }
        });
    }

    /** Port 0 is any that is free. */
    private static Map<String, Integer> ports(Settings.Sandbox wanted) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("magdaPort", wanted.magdaPort());
        ports.put("kszPort", wanted.kszPort());
        ports.put("filesPort", wanted.filesPort());
        ports.put("ocmwPort", wanted.ocmwPort());
        ports.put("ivagoPort", wanted.ivagoPort());
        ports.put("educationPort", wanted.educationPort());
        ports.put("childcarePort", wanted.childcarePort());
        ports.put("holidaysPort", wanted.holidaysPort());
        ports.put("uitpasPort", wanted.uitpasPort());
        ports.put("advicePort", wanted.advicePort());
        ports.put("oidcPort", wanted.oidcPort());
        ports.put("groeipakketPort", wanted.groeipakketPort());
        ports.put("bankPort", wanted.bankPort());
        ports.put("witnessPort", wanted.witnessPort());
        ports.put("stampPort", wanted.stampPort());
        return ports;
    }
}
