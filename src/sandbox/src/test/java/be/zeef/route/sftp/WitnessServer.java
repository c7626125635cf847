package be.zeef.route.sftp;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** An SFTP server of a witness that can be told to be of no use. */
final class WitnessServer implements SftpFileSystemAccessor, SftpEventListener, AutoCloseable {

    enum Manner {
        /** No room: the draft's own code. */
        FULL,
        /** No room, as most servers say it: it failed. */
        FAILS,
        /** Writes nothing, and says it did. */
        LOSES,
        READ_ONLY,
        UNREADABLE,
        /** Answers no listing. */
        SILENT,
        /** Hangs up when it is read. */
        HANGS_UP
    }

    final Set<Manner> manners = Collections.synchronizedSet(EnumSet.noneOf(Manner.class));
    final AtomicInteger sessions = new AtomicInteger();

    private final KeyPair host;
    private final SshServer server;
    private final CountDownLatch end = new CountDownLatch(1);

    WitnessServer(Path root, PublicKey client) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        host = generator.generateKeyPair();
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.setFileSystemAccessor(this);
        sftp.addSftpEventListener(this);
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((user, key, session) -> user.equals("zeef") && key.equals(client));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root.toAbsolutePath()));
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /** A line of {@code known_hosts}. */
    String known() {
        return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(host.getPublic()) + "\n";
    }

    @Override
    public void initialized(ServerSession session, int version) {
        sessions.incrementAndGet();
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        if (manners.contains(Manner.UNREADABLE) || (manners.contains(Manner.READ_ONLY) && options.size() > 1)) {
            throw new AccessDeniedException(name);
        }
        return SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
    }

    @Override
    public void readingEntries(ServerSession session, String handle, DirectoryHandle directory) {
        if (manners.contains(Manner.SILENT)) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void reading(
            ServerSession session, String handle, FileHandle file, long offset, byte[] data, int from, int length) {
        if (manners.contains(Manner.HANGS_UP)) {
            session.close(true);
        }
    }

    @Override
    public void writing(
            ServerSession session, String handle, FileHandle file, long offset, byte[] data, int from, int length)
            throws IOException {
        if (manners.contains(Manner.FULL)) {
            throw new SftpException(SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, "no space");
        }
        if (manners.contains(Manner.FAILS)) {
            throw new SftpException(SftpConstants.SSH_FX_FAILURE, "failure");
        }
    }

    @Override
    public void closeFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Channel channel,
            Set<? extends OpenOption> options)
            throws IOException {
        if (manners.contains(Manner.LOSES) && channel instanceof SeekableByteChannel written && options.size() > 1) {
            written.truncate(1);
        }
        SftpFileSystemAccessor.super.closeFile(subsystem, handle, file, name, channel, options);
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        server.stop(true);
    }
}
