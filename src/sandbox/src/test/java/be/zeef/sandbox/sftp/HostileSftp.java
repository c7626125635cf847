package be.zeef.sandbox.sftp;

import be.zeef.sandbox.HostileFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** An SFTP server of a partner whose folder holds hostile names; it shows links as links. */
public final class HostileSftp implements AutoCloseable {

    private final SshServer server;

    private HostileSftp(SshServer server) {
        this.server = server;
    }

    /** @param root holds the folders {@code in} and {@code out} */
    public static HostileSftp start(Path root, HostileFolder folder, KeyPair host, PublicKey client)
            throws IOException {
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.setFileSystemAccessor(new Shown(folder));
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((user, key, session) -> key.equals(client));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root.toAbsolutePath()));
        server.setSubsystemFactories(List.of(sftp));
        SftpModuleProperties.AUTO_FOLLOW_LINKS.set(server, false);
        server.start();
        return new HostileSftp(server);
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private record Shown(HostileFolder folder) implements SftpFileSystemAccessor {

        @Override
        public void putRemoteFileName(
                SftpSubsystemProxy subsystem, Path path, Buffer buffer, String name, boolean shortName)
                throws IOException {
            SftpFileSystemAccessor.super.putRemoteFileName(
                    subsystem, path, buffer, shortName ? folder.shown(name) : name, shortName);
        }

        @Override
        public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String remote) throws IOException {
            return SftpFileSystemAccessor.super.resolveLocalFilePath(
                    subsystem,
                    root,
                    folder.meant(remote)
                            .map(file -> folder.disk().getFileName() + "/" + file.getFileName())
                            .orElse(remote));
        }
    }
}
