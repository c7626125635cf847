package be.zeef.sandbox.soap;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Puts an answer onto the wire, whole or not. */
final class Wire {

    static final String TYPE = "text/xml;charset=UTF-8";
    private static final int HUGE = 100 << 20;

    private Wire() {}

    static void send(HttpExchange exchange, int status, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** The first half of it. */
    static void cutOff(HttpExchange exchange, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    /** A hundred megabytes. */
    static void sendHuge(HttpExchange exchange) throws IOException {
        byte[] piece = "<a>zeef</a>".repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TYPE);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><Body>"
                    .getBytes(StandardCharsets.UTF_8));
            for (int written = 0; written < HUGE; written += piece.length) {
                out.write(piece);
            }
        }
    }
}
