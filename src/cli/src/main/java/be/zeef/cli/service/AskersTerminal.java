package be.zeef.cli.service;

import be.zeef.cli.service.Frame.Kind;
import be.zeef.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The terminal of somebody who asks this service. Who has gone hears nothing any more; what is run for them goes on. One thread's, but for what is
 * written.
 */
final class AskersTerminal implements Terminal {

    private final Line line;
    private final Request request;
    private final InputStream in = new Input();
    private final PrintStream out;
    private final PrintStream err;

    AskersTerminal(Line line, Request request) {
        this.line = line;
        this.request = request;
        this.out = stream(Kind.OUT);
        this.err = stream(Kind.ERR);
    }

    private PrintStream stream(Kind kind) {
        return new PrintStream(new Output(kind), false, StandardCharsets.UTF_8);
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public Optional<char[]> secret(String question) {
        if (!request.interactive()) {
            return Optional.empty();
        }
        out.flush();
        err.flush();
        Frame said = answer(Frame.of(Kind.ASK, question));
        return said.kind() == Kind.SECRET ? Optional.of(said.text().toCharArray()) : Optional.empty();
    }

    @Override
    public boolean isInteractive() {
        return request.interactive();
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(request.variables().get(name));
    }

    @Override
    public Path folder() {
        return Path.of(request.folder());
    }

    /** Of who has gone, nothing more comes. */
    private Frame answer(Frame question) {
        try {
            line.write(question);
            return line.read().orElse(new Frame(Kind.INPUT, new byte[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for more only when somebody reads. */
    private final class Input extends InputStream {

        private byte[] come = {};
        private int next;

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (most == 0) {
                return 0;
            }
            if (next == come.length) {
                out.flush();
                err.flush();
                come = answer(new Frame(Kind.MORE, new byte[0])).body();
                next = 0;
            }
            int length = Math.min(most, come.length - next);
            System.arraycopy(come, next, into, from, length);
            Arrays.fill(come, next, next + length, (byte) 0);
            next += length;
            return length == 0 ? -1 : length;
        }

        @Override
        public int available() {
            return come.length - next;
        }
    }

    private final class Output extends OutputStream {

        private final Kind kind;

        Output(Kind kind) {
            this.kind = kind;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                line.write(new Frame(kind, Arrays.copyOfRange(bytes, from, from + length)));
            }
        }
    }
}
