package be.zeef.route;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.files.MagdaFilesServer;
import be.zeef.security.Keys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files over FTPS, as to MAGDA. */
class FtpsMailboxTest extends MailboxContract {

    private static final String PASSWORD = "only-of-this-test";

    @Override
    String mailbox() {
        return "magda-lists";
    }

    @Override
    List<String> routeFiles() {
        return List.of("magda-lists.yaml", "ftps.yaml");
    }

    @Override
    String name(int number) {
        return "gssvl-" + number + ".xml";
    }

    @Override
    FarMailbox start(Path root, SandboxKeys keys, Keys gateway) throws Exception {
        return new Server(MagdaFilesServer.start(0, List.of(), root, keys, "zeef", PASSWORD), root, gateway);
    }

    private record Server(MagdaFilesServer server, Path root, Keys gateway) implements FarMailbox {
        @Override
        public Map<String, Object> settings() {
            return Map.of(
                    "partners",
                    Map.of(
                            "magdaFiles",
                            Map.of("host", "127.0.0.1", "port", server.port(), "user", "zeef", "poll", "PT0.2S")));
        }

        @Override
        public Map<String, Object> beans() {
            return Map.of("magdaTls", PartnerKeys.magdaTls(gateway), "magdaFilesPassword", PASSWORD.toCharArray());
        }

        @Override
        public Path in() {
            return root.resolve("To_Vip");
        }

        @Override
        public Path out() {
            return root.resolve("From_Vip");
        }

        @Override
        public void stop() {
            server.close();
        }
    }
}
