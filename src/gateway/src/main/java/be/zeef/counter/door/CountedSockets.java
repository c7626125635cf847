package be.zeef.counter.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.vertx.core.impl.transports.JDKTransport;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * Sockets that are counted where they are accepted, before anything is read of them or any key is used for them: one too many
 * is closed there and costs no more than that.
 */
final class CountedSockets extends JDKTransport {

    private final Visitors visitors;

    CountedSockets(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
        return domainSocket ? super.serverChannelFactory(true) : () -> new Acceptor(visitors);
    }

    private static final class Acceptor extends NioServerSocketChannel {

        private final Visitors visitors;

        Acceptor(Visitors visitors) {
            this.visitors = visitors;
        }

        @Override
        protected int doReadMessages(List<Object> accepted) throws Exception {
            int read = super.doReadMessages(accepted);
            if (read > 0 && !admits((SocketChannel) accepted.get(accepted.size() - 1))) {
                ((Channel) accepted.remove(accepted.size() - 1)).unsafe().closeForcibly();
            }
            return read;
        }

        private boolean admits(SocketChannel socket) {
            InetSocketAddress from = socket.remoteAddress();
            if (from == null || !visitors.admits(from.getAddress())) {
                return false;
            }
            socket.closeFuture().addListener(closed -> visitors.left(from.getAddress()));
            return true;
        }
    }
}
