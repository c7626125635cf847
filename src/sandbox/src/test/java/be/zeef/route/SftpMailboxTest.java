package be.zeef.route;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.sftp.SftpServer;
import be.zeef.security.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** Files over SFTP, as to IVAGO. */
class SftpMailboxTest extends MailboxContract {

    @Override
    String mailbox() {
        return "ivago";
    }

    @Override
    List<String> routeFiles() {
        return List.of("ivago.yaml", "sftp.yaml");
    }

    @Override
    String name(int number) {
        return "file-" + number + ".p7m";
    }

    @Override
    FarMailbox start(Path root, SandboxKeys keys, Keys gateway) throws Exception {
        PrivateKeyEntry entry = keys.entry("ivago-host");
        KeyPair host = new KeyPair(entry.getCertificate().getPublicKey(), entry.getPrivateKey());
        SftpServer server = SftpServer.start(
                0,
                root,
                List.of("in", "out"),
                host,
                gateway.identity(Keys.SFTP).getCertificate().getPublicKey(),
                () -> false);
        return new Server(server, root, gateway, PublicKeyEntry.toString(host.getPublic()));
    }

    private record Server(SftpServer server, Path root, Keys gateway, String key) implements FarMailbox {
        @Override
        public Map<String, Object> settings() {
            return Map.of(
                    "partners",
                    Map.of("ivago", Map.of("host", "127.0.0.1", "port", server.port(), "in", "in", "out", "out")));
        }

        @Override
        public Map<String, Object> beans() {
            return Map.of("sftpKey", PartnerKeys.sftpKey(gateway));
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
        public String knownHost() {
            return "[127.0.0.1]:" + server.port() + " " + key;
        }

        @Override
        public void stop() throws IOException {
            server.close();
        }
    }
}
