package be.zeef.route;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files over FTPS, to a server that wants one TLS session for commands and data. */
abstract class StrictFtpsMailbox extends FtpsMailbox {

    /** Of TLS, such as {@code TLSv1.3}. */
    abstract String version();

    @Override
    FarMailbox start(Path root, SandboxKeys keys, Keys gateway) throws Exception {
        Files.createDirectories(root.resolve("To_Vip"));
        Files.createDirectories(root.resolve("From_Vip"));
        StrictFtps server = new StrictFtps(root, keys, version());
        return new Server(server, server.port(), root, gateway);
    }
}
