package be.zeef.counter;

import be.zeef.validation.Finding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a caller is told when a request was refused (RFC 9457). {@code type} is stable and made of the finding's code;
 * {@code detail} says what is wrong and what to do, in the caller's language.
 *
 * @param body JSON
 */
record Problem(int status, Locale language, String body) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final int MOST_ACCEPTED = 200;
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"), Locale.FRENCH);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    /** @param accepted the header {@code Accept-Language}; empty when there is none */
    static Problem of(int status, Finding finding, String accepted) {
        Locale language = language(accepted);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "urn:zeef:problem:" + finding.code().replace('.', ':'));
        json.put("title", TITLES.getOrDefault(status, "Error"));
        json.put("status", status);
        json.put("detail", finding.text(language));
        if (!finding.location().path().isEmpty()) {
            json.put("pointer", finding.location().path());
        }
        try {
            return new Problem(status, language, JSON.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first of the caller's languages that we speak; English when there is none, or more than anybody speaks. */
    private static Locale language(String accepted) {
        if (accepted.length() > MOST_ACCEPTED) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
