package be.zeef.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What a far end, or a box before it, can send over HTTP in the place of its answer. What was asked is done all the same. */
public enum OddAnswer {
    /** 202 and no content: it will be looked at later. */
    ACCEPTED,
    /** 202 with the answer. */
    ACCEPTED_WITH_ANSWER,
    /** 204. */
    NO_CONTENT,
    /** 200 and no content. */
    EMPTY,
    /** 200 and a blank line. */
    BLANK,
    /** The answer as the one part of a multipart message. */
    MULTIPART,
    /** A page, with 200. */
    PAGE,
    /** A page that is XML, with 200. */
    XML_PAGE,
    /** 302 to another address. */
    REDIRECT,
    /** 302 without an address, with the answer. */
    REDIRECT_WITH_ANSWER,
    /** The answer packed, though nobody asked for that. */
    PACKED,
    /** Well-formed, and nothing: {@code null} in JSON, an empty Body in SOAP. */
    NOTHING,
    /** A SOAP Body of text. */
    TEXT_IN_BODY,
    /** A SOAP Body with the answer twice. */
    TWICE_IN_BODY;

    private static final String PART = "zeef-part";

    /** Sends it. */
    void send(HttpExchange exchange, String type, String answer) throws IOException {
        switch (this) {
            case ACCEPTED -> send(exchange, 202, "", "");
            case ACCEPTED_WITH_ANSWER -> send(exchange, 202, type, answer);
            case NO_CONTENT -> send(exchange, 204, "", "");
            case EMPTY -> send(exchange, 200, type, "");
            case BLANK -> send(exchange, 200, type, "\r\n");
            case MULTIPART ->
                send(
                        exchange,
                        200,
                        "multipart/related; boundary=" + PART + "; type=\"" + type + "\"",
                        part(type, answer));
            case PAGE -> send(exchange, 200, "text/html", "<html><body>maintenance<br></body></html>");
            case XML_PAGE -> send(exchange, 200, "text/html", "<html><body>maintenance</body></html>");
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                send(exchange, 302, "", "");
            }
            case REDIRECT_WITH_ANSWER -> send(exchange, 302, type, answer);
            case PACKED -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, type, packed(answer));
            }
            case NOTHING -> send(exchange, 200, type, type.contains("json") ? "null" : withBody(answer, ""));
            case TEXT_IN_BODY -> send(exchange, 200, type, withBody(answer, "maintenance"));
            case TWICE_IN_BODY ->
                send(exchange, 200, type, withBody(answer, body(answer).repeat(2)));
        }
    }

    private static String part(String type, String answer) {
        return "--" + PART + "\r\nContent-Type: " + type + "\r\nContent-ID: <root>\r\n\r\n" + answer + "\r\n--" + PART
                + "--\r\n";
    }

    private static byte[] packed(String answer) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(answer.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf('>', answer.indexOf(":Body")) + 1, end(answer));
    }

    private static String withBody(String answer, String content) {
        return answer.substring(0, answer.indexOf('>', answer.indexOf(":Body")) + 1)
                + content
                + answer.substring(end(answer));
    }

    private static int end(String answer) {
        return answer.lastIndexOf("</", answer.lastIndexOf(":Body>"));
    }

    private static void send(HttpExchange exchange, int status, String type, String content) throws IOException {
        send(exchange, status, type, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        if (!type.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", type);
        }
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(content);
        }
    }
}
