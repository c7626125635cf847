package be.zeef.route.ftps;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes the sockets of data connections, which all say that the port at the other end is that of the commands. That is all the
 * JDK's TLS needs to look for the commands' session: it knows sessions by host and port, and asks the socket below for the port.
 */
final class OnePort extends SocketFactory {

    private final int port;

    /** @param port that the commands go to */
    OnePort(int port) {
        this.port = port;
    }

    @Override
    public Socket createSocket() {
        return new Data(port);
    }

    @Override
    public Socket createSocket(String host, int at) throws IOException {
        return connected(new InetSocketAddress(host, at), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int at) throws IOException {
        return connected(new InetSocketAddress(host, at), null);
    }

    @Override
    public Socket createSocket(String host, int at, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, at), new InetSocketAddress(from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int at, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, at), new InetSocketAddress(from, fromPort));
    }

    private Socket connected(InetSocketAddress to, InetSocketAddress from) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(from);
            socket.connect(to);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static final class Data extends Socket {
        private final int port;

        Data(int port) {
            this.port = port;
        }

        @Override
        public int getPort() {
            return port;
        }
    }
}
