package be.zeef.route;

import be.zeef.security.Keys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files over FTPS, as to MAGDA. */
abstract class FtpsMailbox extends MailboxContract {

    static final String USER = "zeef";
    static final String PASSWORD = "only-of-this-test";

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

    /** @param server that listens on this port, for {@link #USER} with {@link #PASSWORD} */
    record Server(AutoCloseable server, int port, Path root, Keys gateway) implements FarMailbox {
        @Override
        public Map<String, Object> settings() {
            return Map.of(
                    "partners",
                    Map.of("magdaFiles", Map.of("host", "127.0.0.1", "port", port, "user", USER, "poll", "PT0.2S")));
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
        public void stop() throws Exception {
            server.close();
        }
    }
}
