package be.zeef.sandbox.sftp;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** SFTP on 127.0.0.1 with one account, opened by one public key; no shell, no commands, no password. */
public final class SftpServer implements AutoCloseable {

    private final SshServer server;

    private SftpServer(SshServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for a free one
     * @param root what the account sees; holds these folders
     * @param client the only key that opens a session
     * @param diskFull asked before every write whether it is to fail
     */
    public static SftpServer start(
            int port, Path root, List<String> folders, KeyPair host, PublicKey client, BooleanSupplier diskFull)
            throws IOException {
        for (String folder : folders) {
            PrivateFiles.folder(root.resolve(folder));
        }
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new FullDisk(diskFull));
        sftp.setFileSystemAccessor(new OwnersOnly());
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((user, key, session) -> key.equals(client));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root.toAbsolutePath()));
        server.setSubsystemFactories(List.of(sftp));
        // sntrup761 takes longer, in plain Java, than all the rest of a connection; ML-KEM is as safe and does not
        server.setKeyExchangeFactories(ServerBuilder.setUpDefaultKeyExchanges(true).stream()
                .filter(exchange -> !exchange.getName().startsWith("sntrup"))
                .toList());
        server.start();
        return new SftpServer(server);
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private record FullDisk(BooleanSupplier full) implements SftpEventListener {
        @Override
        public void writing(
                ServerSession session, String handle, FileHandle file, long offset, byte[] data, int from, int length)
                throws IOException {
            if (full.getAsBoolean()) {
                throw new SftpException(SftpConstants.SSH_FX_FAILURE, "no space left");
            }
        }
    }
}
