package be.zeef.sandbox;

import be.zeef.subject.Today;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
    /** The answer as the one part of a multipart message (MTOM). */
    MULTIPART,
    /** The answer as the part that is named as the root, after one that nothing refers to. */
    MULTIPART_WITH_MORE,
    /** The answer as a part, and something it refers to in another (XOP). */
    MULTIPART_WITH_REFERENCE,
    /** The answer twice, and no part is named as the root. */
    MULTIPART_OF_TWO,
    /** A multipart message that ends before its end. */
    MULTIPART_CUT_OFF,
    /** The answer behind a byte-order mark of UTF-8; HTTP says that it is Latin. */
    MARKED_UTF_8,
    /** The answer in UTF-16, its low bytes first, behind their mark; HTTP says UTF-8. */
    MARKED_UTF_16_LE,
    /** The same with the high bytes first. */
    MARKED_UTF_16_BE,
    /** 429: not within the next second. */
    TOO_MANY,
    /** 503: not within the next second or two, as a date. */
    BUSY,
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
    private static final String END = "--" + PART + "--\r\n";
    private static final String MARK = "\uFEFF";
    private static final String INCLUDED =
            "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:more\"/>";

    /** Sends it. */
    void send(HttpExchange exchange, String type, String answer) throws IOException {
        switch (this) {
            case ACCEPTED -> send(exchange, 202, "", "");
            case ACCEPTED_WITH_ANSWER -> send(exchange, 202, type, answer);
            case NO_CONTENT -> send(exchange, 204, "", "");
            case EMPTY -> send(exchange, 200, type, "");
            case BLANK -> send(exchange, 200, type, "\r\n");
            case MULTIPART -> parts(exchange, type, "", part(type, "root", answer) + END);
            case MULTIPART_WITH_MORE ->
                parts(
                        exchange,
                        type,
                        "; start=\"<root>\"",
                        part("image/png", "more", "PNG") + part(type, "root", answer) + END);
            case MULTIPART_WITH_REFERENCE ->
                parts(
                        exchange,
                        type,
                        "; start=\"<root>\"",
                        part(type, "root", withBody(answer, including(body(answer))))
                                + part("text/plain", "more", "more")
                                + END);
            case MULTIPART_OF_TWO ->
                parts(exchange, type, "", part(type, "root", answer) + part(type, "too", answer) + END);
            case MULTIPART_CUT_OFF -> parts(exchange, type, "", part(type, "root", answer));
            case MARKED_UTF_8 -> marked(exchange, type, answer, "iso-8859-1", StandardCharsets.UTF_8);
            case MARKED_UTF_16_LE -> marked(exchange, type, answer, "utf-8", StandardCharsets.UTF_16LE);
            case MARKED_UTF_16_BE -> marked(exchange, type, answer, "utf-8", StandardCharsets.UTF_16BE);
            case TOO_MANY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 429, "", "");
            }
            case BUSY -> {
                exchange.getResponseHeaders()
                        .set(
                                "Retry-After",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(Today.wallClock()
                                        .instant()
                                        .plusSeconds(2)
                                        .atZone(ZoneOffset.UTC)));
                send(exchange, 503, "text/html", "<html><body>busy</body></html>");
            }
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

    private static void parts(HttpExchange exchange, String type, String named, String parts) throws IOException {
        String whole = type.replaceAll(";.*", "");
        send(exchange, 200, "multipart/related; boundary=" + PART + "; type=\"" + whole + "\"" + named, parts);
    }

    private static String part(String type, String id, String content) {
        return "--" + PART + "\r\nContent-Type: " + type + "\r\nContent-ID: <" + id + ">\r\n\r\n" + content + "\r\n";
    }

    private static void marked(HttpExchange exchange, String type, String answer, String told, Charset charset)
            throws IOException {
        send(exchange, 200, type.replaceAll(";.*", "") + "; charset=" + told, (MARK + answer).getBytes(charset));
    }

    /** What refers to another part stands last in the content. */
    private static String including(String content) {
        int end = content.lastIndexOf("</");
        return content.substring(0, end) + INCLUDED + content.substring(end);
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
