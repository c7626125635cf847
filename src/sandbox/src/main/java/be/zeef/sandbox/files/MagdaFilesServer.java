package be.zeef.sandbox.files;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.KeyStoreFile;
import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.filesystem.nativefs.NativeFileSystemFactory;
import org.apache.ftpserver.ftplet.FileSystemFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** FTPS on 127.0.0.1: explicit TLS, a client certificate of the sandbox's issuer, and a password. */
public final class MagdaFilesServer implements AutoCloseable {

    private final FtpServer server;
    private final Listener listener;

    private MagdaFilesServer(FtpServer server, Listener listener) {
        this.server = server;
        this.listener = listener;
    }

    /** @param passivePorts first and last port of data connections; empty for any free ones */
    public static MagdaFilesServer start(
            int port, List<Integer> passivePorts, Path root, SandboxKeys keys, String user, String password)
            throws FtpException, IOException {
        return start(port, passivePorts, root, keys, user, password, new NativeFileSystemFactory());
    }

    /** @param files what its account sees of this machine */
    static MagdaFilesServer start(
            int port,
            List<Integer> passivePorts,
            Path root,
            SandboxKeys keys,
            String user,
            String password,
            FileSystemFactory files)
            throws FtpException, IOException {
        PrivateFiles.folder(root.resolve("To_Vip"));
        PrivateFiles.folder(root.resolve("From_Vip"));
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(port);
        listener.setSslConfiguration(tls(root, keys));
        listener.setImplicitSsl(false);
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassiveAddress("127.0.0.1");
        if (!passivePorts.isEmpty()) {
            data.setPassivePorts(passivePorts.get(0) + "-" + passivePorts.get(1));
        }
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        FtpServerFactory factory = new FtpServerFactory();
        Listener made = listener.createListener();
        factory.addListener("default", made);
        factory.setFileSystem(files);
        PropertiesUserManagerFactory users = new PropertiesUserManagerFactory();
        users.setPasswordEncryptor(new ClearTextPasswordEncryptor());
        factory.setUserManager(users.createUserManager());
        BaseUser account = new BaseUser();
        account.setName(user);
        account.setPassword(password);
        account.setHomeDirectory(root.toAbsolutePath().toString());
        account.setAuthorities(List.of(new WritePermission()));
        factory.getUserManager().save(account);
        factory.getFtplets().put("private", new PrivateUploads());
        FtpServer server = factory.createServer();
        server.start();
        return new MagdaFilesServer(server, made);
    }

    private static org.apache.ftpserver.ssl.SslConfiguration tls(Path root, SandboxKeys keys) {
        Path own = root.resolveSibling("keys").resolve("ftps.p12");
        Path trust = root.resolveSibling("keys").resolve("ftps-trust.p12");
        KeyStoreFile.store(keys.store("magda-server"), own, keys.password());
        KeyStoreFile.store(keys.store(), trust, keys.password());
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(own.toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(new String(keys.password()));
        tls.setTruststoreFile(trust.toFile());
        tls.setTruststoreType("PKCS12");
        tls.setTruststorePassword(new String(keys.password()));
        tls.setClientAuthentication("NEED");
        tls.setSslProtocol(new String[] {"TLSv1.2"});
        return tls.createSslConfiguration();
    }

    public int port() {
        return listener.getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
