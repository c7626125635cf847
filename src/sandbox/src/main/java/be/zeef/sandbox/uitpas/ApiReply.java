package be.zeef.sandbox.uitpas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** One answer. */
record ApiReply(int status, String contentType, JsonNode body) {

    private static final String PROBLEMS = "https://api.publiq.be/probs/";

    static ApiReply ok(JsonNode body) {
        return new ApiReply(200, "application/json", body);
    }

    /** Without a body. */
    static ApiReply empty(int status) {
        return new ApiReply(status, "", MissingNode.getInstance());
    }

    /** @param detail what a developer may read; it may name a person, as UiTPAS' own do */
    static ApiReply problem(int status, String type, String detail) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", PROBLEMS + type);
        body.put("title", type.substring(type.lastIndexOf('/') + 1).replace('-', ' '));
        body.put("status", status);
        body.put("detail", detail);
        body.putObject("endUserMessage").put("nl", "Dit lukt niet voor " + detail);
        return new ApiReply(status, "application/problem+json", body);
    }

    boolean isProblem() {
        return status >= 400;
    }

    byte[] bytes() {
        // a text stands for a page that is no JSON
        String text = body.isTextual() ? body.textValue() : body.toString();
        return body.isMissingNode() ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }
}
