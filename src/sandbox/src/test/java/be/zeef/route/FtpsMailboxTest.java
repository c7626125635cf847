package be.zeef.route;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.files.MagdaFilesServer;
import be.zeef.security.Keys;
import java.nio.file.Path;
import java.util.List;

/** Files over FTPS, to the sandbox' MAGDA. */
class FtpsMailboxTest extends FtpsMailbox {

    @Override
    FarMailbox start(Path root, SandboxKeys keys, Keys gateway) throws Exception {
        MagdaFilesServer server = MagdaFilesServer.start(0, List.of(), root, keys, USER, PASSWORD);
        return new Server(server, server.port(), root, gateway);
    }
}
