package be.zeef.sandbox.sftp;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** What is sent to us is for us alone from its first byte, whatever the client asks for and the umask allows. */
final class OwnersOnly implements SftpFileSystemAccessor {

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle handle,
            Path file,
            String name,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        return PrivateFiles.channel(file, options.toArray(OpenOption[]::new));
    }
}
