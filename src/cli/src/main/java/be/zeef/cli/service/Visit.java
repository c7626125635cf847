package be.zeef.cli.service;

import be.zeef.cli.service.Frame.Kind;
import be.zeef.cli.terminal.Terminal;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Has a running service run a command that was typed here. */
public final class Visit {

    private static final int CHUNK = 8192;

    private Visit() {}

    /** Where the door of a service is that runs on a folder of data. */
    static Path socket(Path data) {
        return data.resolve("service").resolve("door");
    }

    /** Whether a service answers there; what a killed one left does not. */
    static boolean isSomebodyThere(Path socket) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return Files.exists(socket) && channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (SocketException e) {
            return false;
        }
    }

    /**
     * @param data the folder of data
     * @param config the settings that are meant, absolute; empty where there is no file
     * @param variables names of those that commands look at
     * @return the command's exit code; empty where no service runs, and nothing was done
     * @throws RefusedException when the service did not run it
     * @throws IOException when the service went away meanwhile
     */
    public static OptionalInt run(
            Terminal terminal, List<String> arguments, Path data, Path config, List<String> variables)
            throws IOException, RefusedException {
        Path socket = socket(data);
        if (Files.notExists(socket)) {
            return OptionalInt.empty();
        }
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (SocketException e) {
            channel.close();
            return OptionalInt.empty();
        }
        try (Line line = new Line(channel)) {
            line.write(new Request(
                            arguments,
                            terminal.folder().toAbsolutePath().toString(),
                            config.toString(),
                            set(terminal, variables),
                            terminal.isInteractive())
                    .frame());
            return OptionalInt.of(listen(line, terminal));
        }
    }

    private static Map<String, String> set(Terminal terminal, List<String> names) {
        Map<String, String> set = new TreeMap<>();
        names.forEach(name -> terminal.variable(name).ifPresent(value -> set.put(name, value)));
        return set;
    }

    /** The service did not run it. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }

    private static int listen(Line line, Terminal terminal) throws IOException, RefusedException {
        for (Optional<Frame> next = line.read(); next.isPresent(); next = line.read()) {
            Frame frame = next.get();
            switch (frame.kind()) {
                case OUT -> say(terminal.out(), frame);
                case ERR -> say(terminal.err(), frame);
                case MORE -> line.write(new Frame(Kind.INPUT, more(terminal)));
                case ASK -> line.write(secret(terminal, frame.text()));
                case EXIT -> {
                    return Integer.parseInt(frame.text());
                }
                case REFUSED -> throw new RefusedException(frame.text());
                default -> throw new IOException("what is at the other end is no zeef");
            }
        }
        throw new IOException("the service went away");
    }

    private static void say(PrintStream to, Frame frame) {
        to.write(frame.body(), 0, frame.body().length);
        to.flush();
    }

    private static byte[] more(Terminal terminal) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int length = terminal.in().read(chunk);
        return length < 0 ? new byte[0] : Arrays.copyOf(chunk, length);
    }

    private static Frame secret(Terminal terminal, String question) {
        return terminal.secret(question)
                .map(secret -> Frame.of(Kind.SECRET, new String(secret)))
                .orElse(new Frame(Kind.NO_SECRET, new byte[0]));
    }
}
