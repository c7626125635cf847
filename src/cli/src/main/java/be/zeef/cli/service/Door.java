package be.zeef.cli.service;

import be.zeef.cli.service.Frame.Kind;
import be.zeef.cli.terminal.Terminal;
import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in whoever types a command beside this service, and runs it: a Unix socket in a folder that only its owner reaches. What was begun goes on when who
 * asked for it goes away. At most {@value #AT_ONCE} commands run at once. Thread-safe.
 */
public final class Door implements AutoCloseable {

    private static final int AT_ONCE = 16;
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Path socket;
    private final Path config;
    private final Commands commands;
    private final ServerSocketChannel listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean closing;

    /** Runs a command line, and says its exit code. */
    @FunctionalInterface
    public interface Commands {
        int run(Terminal terminal, List<String> arguments);
    }

    private Door(Path socket, Path config, Commands commands, ServerSocketChannel listening) {
        this.socket = socket;
        this.config = config;
        this.commands = commands;
        this.listening = listening;
    }

    /**
     * Opens it.
     *
     * @param data the folder of data
     * @param config the settings that this service was started with, absolute; empty where there is no file
     * @throws IOException when another service has this folder, or its path is too long for a socket
     */
    public static Door open(Path data, Path config, Commands commands) throws IOException {
        Path socket = Visit.socket(data);
        PrivateFiles.folder(socket.getParent());
        if (Visit.isSomebodyThere(socket)) {
            throw new IOException("another service is running on " + data + "; stop it first");
        }
        Files.deleteIfExists(socket);
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listening.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            listening.close();
            throw e;
        }
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        Door door = new Door(socket, config, commands, listening);
        door.threads.execute(door::listen);
        return door;
    }

    private void listen() {
        while (!closing) {
            try {
                SocketChannel visitor = listening.accept();
                threads.execute(() -> serve(visitor));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.warn("a command could not be let in", e);
            }
        }
    }

    private void serve(SocketChannel visitor) {
        try (visitor;
                Line line = new Line(visitor)) {
            Request request = Request.of(line.read().orElseThrow(() -> new IOException("nothing was said")));
            String refusal = refusal(request);
            if (!refusal.isEmpty()) {
                line.write(Frame.of(Kind.REFUSED, refusal));
                return;
            }
            try {
                run(line, request);
            } finally {
                free.release();
            }
        } catch (IOException e) {
            LOG.info("who asked for a command went away");
        }
    }

    /** Why it is not run; empty where it is, and has a place then. */
    private String refusal(Request request) {
        if (closing) {
            return "The service is stopping. Wait until it has, and run the command again.";
        }
        if (!request.config().equals(config.toString())) {
            return "A service runs on this folder of data with other settings ("
                    + (config.toString().isEmpty() ? "the built-in ones" : config)
                    + "). Name those with --config, or stop the service.";
        }
        return free.tryAcquire()
                ? ""
                : AT_ONCE + " commands are being run by the service already. Run it again when one of them has ended.";
    }

    private void run(Line line, Request request) throws IOException {
        AskersTerminal terminal = new AskersTerminal(line, request);
        int code = commands.run(terminal, request.arguments());
        terminal.out().flush();
        terminal.err().flush();
        line.write(Frame.of(Kind.EXIT, Integer.toString(code)));
    }

    /** Nobody is let in any more; what runs is waited for, so long at most. */
    public void close(Duration most) {
        closing = true;
        try {
            listening.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("the door could not be closed", e);
        }
        try {
            if (!free.tryAcquire(AT_ONCE, most.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} commands were still running when the service stopped", AT_ONCE - free.availablePermits());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
