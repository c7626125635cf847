package be.zeef.route;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files over FTPS, to a server that wants one TLS session for commands and data. */
abstract class StrictFtpsMailbox extends MailboxContract {

    /** Of TLS, such as {@code TLSv1.3}. */
    abstract String version();

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
        Files.createDirectories(root.resolve("To_Vip"));
        Files.createDirectories(root.resolve("From_Vip"));
        return new Server(new StrictFtps(root, keys, version()), root, gateway);
    }

    record Server(StrictFtps server, Path root, Keys gateway) implements FarMailbox {
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
            return Map.of(
                    "magdaTls", PartnerKeys.magdaTls(gateway), "magdaFilesPassword", "of-this-test".toCharArray());
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
        public void stop() throws Exception {
            server.close();
        }
    }
}
