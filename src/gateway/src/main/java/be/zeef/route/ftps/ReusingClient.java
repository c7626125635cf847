package be.zeef.route.ftps;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * An FTPS client that strict servers let in: each data connection takes up the TLS session of the commands, by which the server
 * knows that both are of one client, under TLS 1.2 and 1.3 (docs/adr/0027). Files go byte for byte. What the server refuses is
 * thrown ({@link RefusedException}), where commons-net takes a refused list for an empty folder.
 *
 * <p>For one thread at a time.
 */
final class ReusingClient extends FTPSClient {

    private static final String PRIVATE = "P";
    private static final int FIRST_REFUSAL = 400;
    private static final String TLS_1_3 = "TLSv1.3";

    /** How long the server may take to end a data connection that we ended, or to say why it broke one off. */
    private static final int LAST_WORD_MILLIS = 2000;

    /** What a server sends into an upload is read only so far. */
    private static final int LAST_WORD_READS = 8;

    private final SSLContext tls;
    private boolean sealed;
    private boolean opened;

    ReusingClient(boolean implicit, SSLContext tls) {
        super(implicit, tls);
        this.tls = tls;
    }

    @Override
    public void execPROT(String level) throws IOException {
        super.execPROT(level);
        sealed = PRIVATE.equals(level);
        if (sealed) {
            setSocketFactory(new OnePort(getRemotePort()));
        }
    }

    /** A time-out leaves no reply of an earlier command behind. */
    @Override
    public int sendCommand(String command, String arguments) throws IOException {
        _replyCode = 0;
        return super.sendCommand(command, arguments);
    }

    @Override
    protected Socket _openDataConnection_(String command, String argument) throws IOException {
        Socket data = super._openDataConnection_(command, argument);
        opened = data != null;
        return !opened || !sealed || data instanceof SSLSocket ? data : sealed(data);
    }

    /** The JDK looks a session up by the host and the port of its socket: both are those of the commands ({@link OnePort}). */
    private SSLSocket sealed(Socket data) throws IOException {
        SSLSocket commands = (SSLSocket) _socket_;
        SSLSession session = commands.getSession();
        SSLSocket socket = (SSLSocket)
                tls.getSocketFactory().createSocket(data, session.getPeerHost(), session.getPeerPort(), true);
        try {
            socket.setSSLParameters(commands.getSSLParameters());
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    protected boolean _storeFile(String command, String name, InputStream content) throws IOException {
        try (Socket data = _openDataConnection_(command, name)) {
            require(data != null);
            content.transferTo(data.getOutputStream());
            end(data);
        } catch (IOException e) {
            throw why(e);
        }
        return require(completePendingCommand());
    }

    /**
     * Ends an upload and reads until the server ends it too. Under TLS 1.3 a session can be taken up once, and what takes it up
     * brings the next, which nobody would read otherwise.
     */
    private static void end(Socket data) throws IOException {
        if (!(data instanceof SSLSocket socket)
                || !socket.getSession().getProtocol().equals(TLS_1_3)) {
            return;
        }
        socket.shutdownOutput();
        socket.setSoTimeout(LAST_WORD_MILLIS);
        InputStream in = socket.getInputStream();
        byte[] nothing = new byte[1 << 10];
        try {
            for (int reads = 0; reads < LAST_WORD_READS && in.read(nothing) >= 0; reads++) {
                // an upload is answered by the commands' connection
            }
        } catch (SocketTimeoutException e) {
            // it has all that we sent; what it says of that it says by a reply
        }
    }

    @Override
    public FTPFile[] listFiles(String folder) throws IOException {
        opened = false;
        FTPFile[] files;
        try {
            files = super.listFiles(folder);
        } catch (IOException e) {
            throw why(e);
        }
        require(FTPReply.isPositiveCompletion(getReplyCode()) || !opened && saysEmpty());
        return files;
    }

    /** Some servers refuse to list an empty folder, before they open anything (RFC 959 §5.4). */
    private boolean saysEmpty() {
        return getReplyCode() == FTPReply.FILE_ACTION_NOT_TAKEN || getReplyCode() == FTPReply.FILE_UNAVAILABLE;
    }

    @Override
    public InputStream retrieveFileStream(String name) throws IOException {
        try {
            return super.retrieveFileStream(name);
        } catch (IOException e) {
            throw why(e);
        }
    }

    @Override
    public boolean rename(String from, String to) throws IOException {
        return require(super.rename(from, to));
    }

    @Override
    public boolean deleteFile(String name) throws IOException {
        return require(super.deleteFile(name));
    }

    private boolean require(boolean done) throws IOException {
        if (!done) {
            throw new RefusedException(getReplyCode(), getReplyString(), null);
        }
        return true;
    }

    /** Why a data connection broke is said by a reply, which nobody has read yet. */
    private IOException why(IOException broken) {
        if (FTPReply.isPositivePreliminary(getReplyCode())) {
            try {
                setSoTimeout(LAST_WORD_MILLIS);
                getReply();
            } catch (IOException e) {
                // it says nothing; the connection is given up after this
            }
        }
        return getReplyCode() >= FIRST_REFUSAL
                ? new RefusedException(getReplyCode(), getReplyString(), broken)
                : broken;
    }
}
