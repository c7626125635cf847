package be.zeef.sandbox;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The bytes that a server got and sent, for who wants to hold a ledger against them; it keeps none until it is told to. Thread-safe. */
public final class SeenBytes extends Filter {

    private final List<Exchange> exchanges = new ArrayList<>();
    private boolean keeps;

    /** A request's body, and its answer's as far as it was sent; they hold personal data of people who do not exist. */
    public record Exchange(String method, String path, byte[] request, byte[] answer) {
        @Override
        public String toString() {
            return "Exchange[" + method + "]";
        }
    }

    /** From now on. */
    public synchronized void keep() {
        keeps = true;
        exchanges.clear();
    }

    /** In the order in which they ended. */
    public synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private synchronized boolean keeps() {
        return keeps;
    }

    private synchronized void add(Exchange exchange) {
        exchanges.add(exchange);
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        if (!keeps()) {
            chain.doFilter(exchange);
            return;
        }
        byte[] request = exchange.getRequestBody().readAllBytes();
        Sent sent = new Sent(exchange.getResponseBody());
        exchange.setStreams(new ByteArrayInputStream(request), sent);
        String path = exchange.getRequestURI().getPath();
        // before the answer has left: who gets it may look here at once
        sent.whenWritten(bytes -> add(new Exchange(exchange.getRequestMethod(), path, request, bytes)));
        try {
            chain.doFilter(exchange);
        } finally {
            sent.written();
        }
    }

    @Override
    public String description() {
        return "keeps what passes";
    }

    /** Keeps a copy, and tells of it once: before the end of the answer leaves. */
    private static final class Sent extends FilterOutputStream {
        private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
        private Optional<Consumer<byte[]>> told = Optional.empty();

        Sent(OutputStream out) {
            super(out);
        }

        void whenWritten(Consumer<byte[]> listener) {
            told = Optional.of(listener);
        }

        void written() {
            told.ifPresent(listener -> listener.accept(copy.toByteArray()));
            told = Optional.empty();
        }

        @Override
        public void write(int each) throws IOException {
            copy.write(each);
            out.write(each);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            copy.write(bytes, offset, length);
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            written();
            super.close();
        }
    }
}
