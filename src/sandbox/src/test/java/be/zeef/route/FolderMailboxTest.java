package be.zeef.route;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files through a folder of this machine, as to a finance department that fetches them. */
class FolderMailboxTest extends MailboxContract {

    @Override
    String mailbox() {
        return "payment-folder";
    }

    @Override
    List<String> routeFiles() {
        return List.of("payment.yaml", "folder.yaml", "sftp.yaml");
    }

    @Override
    String name(int number) {
        return "answer-" + number + ".xml";
    }

    @Override
    boolean isServer() {
        return false;
    }

    @Override
    FarMailbox start(Path root, SandboxKeys keys, Keys gateway) throws IOException {
        PrivateFiles.folder(root.resolve("in"));
        PrivateFiles.folder(root.resolve("out"));
        return new Folder(root, gateway);
    }

    private record Folder(Path root, Keys gateway) implements FarMailbox {
        @Override
        public Map<String, Object> settings() {
            return Map.of("payment", Map.of("via", "folder", "folder", root.toString()));
        }

        @Override
        public Map<String, Object> beans() {
            return Map.of(
                    "payment-folder-in",
                    new PrivateFolder(root.resolve("in")),
                    "payment-sftp",
                    new CamelMailbox("payment-sftp"),
                    "sftpKey",
                    PartnerKeys.sftpKey(gateway));
        }

        @Override
        public Path in() {
            return root.resolve("in");
        }

        @Override
        public Path out() {
            return root.resolve("out");
        }

        @Override
        public void stop() {}
    }
}
