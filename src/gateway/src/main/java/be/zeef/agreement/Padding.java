package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is done so that the size and the presence of a delivery tell less: files of a size that is a power of two, and one also
 * when nobody is new.
 */
public record Padding(boolean isPowerOfTwo, boolean whenNobody) {

    /** Files are as long as what they tell, and there is none when nobody is new. */
    public static final Padding NONE = new Padding(false, false);

    static Padding in(JsonNode recipient) {
        JsonNode padding = recipient.path("padding");
        return new Padding(
                padding.path("size").asText().equals("power-of-two"),
                padding.path("whenNobody").asBoolean());
    }
}
