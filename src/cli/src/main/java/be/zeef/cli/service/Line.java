package be.zeef.cli.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A connection between a service and who asks it. Writing is thread-safe; one thread reads. */
final class Line implements Closeable {

    private final SocketChannel channel;
    private final Object writing = new Object();

    Line(SocketChannel channel) {
        this.channel = channel;
    }

    Optional<Frame> read() throws IOException {
        return Frame.read(channel);
    }

    void write(Frame frame) throws IOException {
        synchronized (writing) {
            frame.write(channel);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
