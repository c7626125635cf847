package be.zeef.sandbox.files;

import be.zeef.sandbox.HostileFolder;
import be.zeef.sandbox.SandboxKeys;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.filesystem.nativefs.NativeFileSystemFactory;
import org.apache.ftpserver.ftplet.FileSystemFactory;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;

/** An FTPS server of a partner whose folder holds hostile names. */
public final class HostileFtps {

    private HostileFtps() {}

    /** A server over this root on a free port. */
    public static MagdaFilesServer start(
            Path root, HostileFolder folder, SandboxKeys keys, String user, String password)
            throws IOException, FtpException {
        return MagdaFilesServer.start(0, List.of(), root, keys, user, password, files(folder));
    }

    /** The files of this machine, under the names that the folder shows. */
    private static FileSystemFactory files(HostileFolder folder) {
        return user -> view(new NativeFileSystemFactory().createFileSystemView(user), folder);
    }

    private static FileSystemView view(FileSystemView real, HostileFolder folder) {
        return (FileSystemView) Proxy.newProxyInstance(
                FileSystemView.class.getClassLoader(), new Class<?>[] {FileSystemView.class}, (self, method, given) -> {
                    Object[] meant = given;
                    if (method.getName().equals("getFile")) {
                        String path = (String) given[0];
                        meant = new Object[] {
                            folder.meant(path)
                                    .map(file -> "/" + folder.disk().getFileName() + "/" + file.getFileName())
                                    .orElse(path)
                        };
                    }
                    Object result = call(real, method, meant);
                    return result instanceof FtpFile file && file.isDirectory() ? shown(file, folder) : result;
                });
    }

    private static FtpFile shown(FtpFile real, HostileFolder folder) {
        return (FtpFile) Proxy.newProxyInstance(
                FtpFile.class.getClassLoader(), new Class<?>[] {FtpFile.class}, (self, method, given) -> {
                    Object result = call(real, method, given);
                    return switch (method.getName()) {
                        case "getName" -> folder.shown((String) result);
                        case "listFiles" -> children(result, folder);
                        default -> result;
                    };
                });
    }

    private static List<FtpFile> children(Object result, HostileFolder folder) {
        return result == null
                ? null
                : ((List<?>) result)
                        .stream().map(each -> shown((FtpFile) each, folder)).toList();
    }

    private static Object call(Object real, Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(real, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
