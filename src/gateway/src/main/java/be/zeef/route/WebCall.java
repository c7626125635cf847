package be.zeef.route;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One HTTP request to a partner, below the address that its route names. Path and query may hold a number of a person, so
 * nothing shows them.
 *
 * @param method {@code GET}, {@code POST} or {@code PUT}
 * @param path begins with a slash, or is empty; already encoded
 * @param query already encoded; empty when there is none
 * @param headers without the content type
 * @param contentType empty when there is no body
 */
public record WebCall(
        String method, String path, String query, Map<String, String> headers, String contentType, byte[] body) {

    public WebCall {
        headers = Map.copyOf(headers);
    }

    public static WebCall get(String path, String query) {
        return new WebCall("GET", path, query, Map.of(), "", new byte[0]);
    }

    public static WebCall json(String method, String path, byte[] body) {
        return new WebCall(method, path, "", Map.of(), "application/json", body);
    }

    public static WebCall form(String fields) {
        byte[] body = fields.getBytes(StandardCharsets.UTF_8);
        return new WebCall("POST", "", "", Map.of(), "application/x-www-form-urlencoded", body);
    }

    /** The same with these headers instead. */
    public WebCall with(Map<String, String> others) {
        return new WebCall(method, path, query, others, contentType, body);
    }

    @Override
    public String toString() {
        return "WebCall[" + method + "]";
    }
}
