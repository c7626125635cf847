package be.zeef.sandbox.files;

import be.zeef.security.PrivateFiles;
import java.io.File;
import java.io.IOException;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;

/** Makes the file that is about to be uploaded, so that its first byte already falls into one that only its owner opens. */
final class PrivateUploads extends DefaultFtplet {

    @Override
    public FtpletResult onUploadStart(FtpSession session, FtpRequest request) throws FtpException, IOException {
        Object file = session.getFileSystemView().getFile(request.getArgument()).getPhysicalFile();
        PrivateFiles.file(((File) file).toPath());
        return FtpletResult.DEFAULT;
    }
}
