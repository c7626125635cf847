package be.zeef.cli.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A command line, and where it was typed.
 *
 * @param arguments as they were typed
 * @param folder absolute, where relative paths begin
 * @param config absolute, the settings that are meant; empty where there is no file
 * @param variables of the environment that commands look at
 * @param interactive whether somebody sits at the terminal
 */
record Request(
        List<String> arguments, String folder, String config, Map<String, String> variables, boolean interactive) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Request {
        arguments = List.copyOf(arguments);
        variables = Map.copyOf(variables);
    }

    Frame frame() {
        try {
            return Frame.of(Frame.Kind.RUN, JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IOException when it is none */
    static Request of(Frame frame) throws IOException {
        if (frame.kind() != Frame.Kind.RUN) {
            throw new IOException("what is at the other end is no zeef");
        }
        return JSON.readValue(frame.body(), Request.class);
    }

    @Override
    public String toString() {
        return "Request";
    }
}
