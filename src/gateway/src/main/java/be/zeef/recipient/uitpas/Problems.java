package be.zeef.recipient.uitpas;

import be.zeef.route.WebReply.Answered;
import be.zeef.security.reading.Yaml;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads problems (RFC 9457) down to a code and what it means. The content type is not looked at, since UiTPAS declares both
 * {@code application/problem+json} and {@code application/json} for them, nor is the status inside, which its documents show
 * as a number and as a text: the HTTP status and the whole type decide.
 */
final class Problems {

    private static final Pattern TYPE =
            Pattern.compile("https://api\\.publiq\\.be/probs/((?:[a-z]+/)+([a-z][a-z-]{1,60}))");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Ending> meanings;

    private Problems(Map<String, Ending> meanings) {
        this.meanings = Map.copyOf(meanings);
    }

    static Problems read(Path mappings) {
        Path file = mappings.resolve("recipients/uitpas/problems.yaml");
        try {
            return new Problems(Yaml.value(file, new TypeReference<Map<String, Ending>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What an answer with a status other than 2xx means. */
    UitpasReply of(Answered answer) {
        Matcher type = TYPE.matcher(type(answer));
        if (!type.matches()) {
            return UitpasReply.failed(byStatus(answer.status()), "HTTP_" + answer.status());
        }
        Ending ending = meanings.getOrDefault(type.group(1), byStatus(answer.status()));
        return UitpasReply.failed(ending, type.group(2));
    }

    private static Ending byStatus(int status) {
        if (status == 429) {
            return Ending.PASSES;
        }
        return status / 100 == 3 || status >= 500 ? Ending.UNSURE : Ending.OURS;
    }

    private static String type(Answered answer) {
        try {
            JsonNode problem = JSON.readTree(answer.body());
            return problem.path("type").asText();
        } catch (IOException e) {
            return "";
        }
    }
}
