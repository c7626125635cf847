package be.zeef.endtoend.counter;

import java.util.stream.Stream;

/** Requests of which two programs could read something else, each up to and with its head; and paths that lead somewhere else. */
final class HostileRequests {

    static final String PATH = "/api/v1/agreements/gent-uitpas/questions";

    private HostileRequests() {}

    /** The head of a question with these fields more. */
    static String head(String... more) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: " + "127.0.0.1"
                + "\r\nContent-Type: application/json\r\nZeef-Clerk: clerk-7\r\n"
                + Stream.of(more).map(line -> line + "\r\n").reduce("", String::concat) + "\r\n";
    }

    /** Heads whose fields contradict each other or are none. */
    static Stream<String> ambiguous() {
        String length = "Content-Length: 94";
        String chunked = "Transfer-Encoding: chunked";
        return Stream.of(
                        new String[] {length, chunked},
                        new String[] {chunked, length},
                        new String[] {"Content-Length: 5", chunked},
                        new String[] {length, "Content-Length: 94"},
                        new String[] {length, "Content-Length: 5"},
                        new String[] {"Content-Length: 94, 94"},
                        new String[] {"Content-Length: +94"},
                        new String[] {"Content-Length: 0x5e"},
                        new String[] {"Content-Length: -1"},
                        new String[] {"Content-Length: "},
                        new String[] {"Content-Length: 99999999999999999999"},
                        new String[] {"Content-Length : 94"},
                        new String[] {" Content-Length: 94"},
                        new String[] {"X: y", " Content-Length: 94"},
                        new String[] {"X: y", "\tfolded", length},
                        new String[] {"Transfer-Encoding: xchunked"},
                        new String[] {"Transfer-Encoding: chunked, identity"},
                        new String[] {"Transfer-Encoding: identity"},
                        new String[] {"Transfer-Encoding: gzip, chunked"},
                        new String[] {"Transfer-Encoding: \"chunked\""},
                        new String[] {"Transfer-Encoding:\u000bchunked"},
                        new String[] {chunked, chunked},
                        new String[] {"Transfer-Encoding : chunked"},
                        new String[] {"X: a\nTransfer-Encoding: chunked"},
                        new String[] {"X: a\rTransfer-Encoding: chunked"},
                        new String[] {"X: a\u0000b", length},
                        new String[] {"X\u0000: a", length},
                        new String[] {": a", length},
                        new String[] {"no colon", length},
                        new String[] {"Host: other.example", length},
                        new String[] {"Content-Type: text/plain", length},
                        new String[] {"Zeef-Clerk: clerk-8", length},
                        new String[] {"Authorization: Bearer a", "Authorization: Bearer b", length},
                        new String[] {
                            "Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: AAMAAABk", length
                        },
                        new String[] {"Upgrade: websocket", "Connection: Upgrade", length},
                        new String[] {"Sec-WebSocket-Key1: 1", "Sec-WebSocket-Key2: 2"},
                        new String[] {"Expect: 200-ok", length})
                .map(HostileRequests::head);
    }

    /** Whole heads that are none. */
    static Stream<String> malformed() {
        String rest = "Content-Type: application/json\r\nZeef-Clerk: clerk-7\r\nContent-Length: 94\r\n\r\n";
        String host = "Host: 127.0.0.1\r\n";
        return Stream.of(
                "POST " + PATH + " HTTP/1.1\r\n" + rest, // no host
                "POST " + PATH + " HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n",
                "POST " + PATH + " HTTP/1.1\n" + host + rest,
                "POST " + PATH + " HTTP/2.0\r\n" + host + rest,
                "POST " + PATH + "\r\n" + host + rest,
                "POST  " + PATH + " HTTP/1.1\r\n" + host + rest,
                "POST " + PATH + "\tHTTP/1.1\r\n" + host + rest,
                "POST " + PATH + " x HTTP/1.1\r\n" + host + rest,
                "post " + PATH + " HTTP/1.1\r\n" + host + rest,
                "POST https://other.example" + PATH + " HTTP/1.1\r\n" + host + rest,
                "POST * HTTP/1.1\r\n" + host + rest,
                "CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + host + rest,
                "\r\n\r\nPOST " + PATH + " HTTP/1.1\r\n" + host + rest,
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "POST " + PATH + " HTTP/1.1\r\nHost: a b\r\n" + rest,
                "POST " + PATH + " HTTP/1.1\r\nHost: user@other.example\r\n" + rest,
                "\u0000POST " + PATH + " HTTP/1.1\r\n" + host + rest);
    }

    /** Bodies in chunks that are none. */
    static Stream<String> chunks() {
        return Stream.of(
                "5;ext=1\r\n{\"a\":\r\n0\r\n\r\n",
                "5 \r\n{\"a\":\r\n0\r\n\r\n",
                " 5\r\n{\"a\":\r\n0\r\n\r\n",
                "5\n{\"a\":\r\n0\r\n\r\n",
                "5\r\n{\"a\":\n0\r\n\r\n",
                "5\r\n{\"a\":0\r\n\r\n",
                "0x5\r\n{\"a\":\r\n0\r\n\r\n",
                "+5\r\n{\"a\":\r\n0\r\n\r\n",
                "-5\r\n{\"a\":\r\n0\r\n\r\n",
                "\r\n{\"a\":\r\n0\r\n\r\n",
                "ffffffffffffffff5\r\n{\"a\":\r\n0\r\n\r\n",
                "100000000\r\n{\"a\":\r\n0\r\n\r\n",
                "0\r\nX: trailer\r\n\r\n",
                "0\r\nContent-Length: 94\r\n\r\n",
                "0\n\n",
                "g\r\n");
    }

    /** Paths that would be another one if they were undone. */
    static Stream<String> paths() {
        return Stream.of(
                "/x/../api/v1/agreements/gent-uitpas/questions",
                "/%2e%2e/api/v1/agreements/gent-uitpas/questions",
                "/api/v1/agreements/x/%2e%2e/gent-uitpas/questions",
                "/api/v1/agreements/gent%2duitpas/questions",
                "/api/v1/agreements/gent-uitpas%00/questions",
                "/api/v1/agreements/gent-uitpas%2fquestions",
                "/api/v1/agreements//gent-uitpas/questions",
                "//api/v1/agreements/gent-uitpas/questions",
                "/api/v1/agreements/gent-uitpas/questions;a=b",
                "/api/v1/agreements/gent-uitpas/./questions",
                "/api/v1/agreements/GENT-UITPAS/questions",
                "/api/v1/agreements/../questions",
                "/api/v1/agreements/.gent-uitpas/questions",
                "/api/v1/agreements/${sys:user.home}/questions",
                "/api/v1/agreements/x" + "/y".repeat(1900));
    }
}
