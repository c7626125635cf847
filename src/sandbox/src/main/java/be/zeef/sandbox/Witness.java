package be.zeef.sandbox;

import be.zeef.sandbox.sftp.SftpServer;
import be.zeef.security.Keys;
import java.io.IOException;
import java.util.List;

/** Who keeps the ledger's checkpoints for the city, on a machine of its own: an SFTP server with a folder. */
final class Witness implements AutoCloseable {

    /** Alias of its server's key. */
    static final String HOST = "witness-host";

    private final SftpServer server;

    private Witness(SftpServer server) {
        this.server = server;
    }

    static Witness start(SandboxHoldings ground) throws IOException {
        return new Witness(SftpServer.start(
                ground.wanted().witnessPort(),
                ground.folder("witness").resolve("sftp"),
                List.of("in"),
                ground.keys().pair(HOST),
                ground.gateway().identity(Keys.SFTP).getCertificate().getPublicKey(),
                () -> false));
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
