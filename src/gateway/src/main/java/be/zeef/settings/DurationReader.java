package be.zeef.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** ISO 8601 durations, such as {@code PT2M}. */
final class DurationReader extends StdDeserializer<Duration> {

    private static final long serialVersionUID = 1L;

    DurationReader() {
        super(Duration.class);
    }

    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return Duration.parse(parser.getText());
        } catch (DateTimeParseException e) {
            throw context.weirdStringException(parser.getText(), Duration.class, "write it as ISO 8601, such as PT2M");
        }
    }
}
