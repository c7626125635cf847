package be.zeef.cli.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * With {@code --json} a command says one object on standard output, in one line, whatever happens: its own fields, and {@code command},
 * {@code exitCode} and {@code findings} ({@code docs/commands.md}). What it says is kept until it ends, so one that fails half-way says
 * nothing but why; one that stays up ({@link StaysUp}) says it when it is ready, without an exit code, and nothing more.
 */
public final class OneObject implements IExecutionStrategy {

    private static final String JSON = "--json";
    private static final String FINDINGS = "findings";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A command that runs until it is stopped. */
    public interface StaysUp {}

    /** Whether these words ask for it, where they could not be read. */
    public static boolean isWanted(List<String> typed) {
        return typed.contains(JSON);
    }

    /** Whether this command was asked for it. */
    public static boolean isWanted(CommandLine line) {
        return line.getParseResult() != null && line.getParseResult().hasMatchedOption(JSON);
    }

    @Override
    public int execute(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine line = last.commandSpec().commandLine();
        if (!isWanted(line) || last.isUsageHelpRequested() || last.isVersionHelpRequested()) {
            return new RunLast().execute(parsed);
        }
        // commands that are methods speak by the line of the command they belong to
        CommandLine root = parsed.commandSpec().commandLine();
        PrintWriter real = root.getOut();
        Kept kept = new Kept();
        boolean stays = last.commandSpec().userObject() instanceof StaysUp;
        root.setOut(new PrintWriter(kept) {
            @Override
            public void flush() {
                super.flush();
                if (stays && kept.isFirst()) {
                    tell(real, object(line, kept.toString()));
                }
            }
        });
        int code;
        try {
            code = new RunLast().execute(parsed);
        } finally {
            root.setOut(real);
        }
        if (!stays) {
            ObjectNode object = object(line, kept.toString());
            object.put("exitCode", code);
            tell(real, object);
        }
        return code;
    }

    /**
     * What is said in its place by a command that did not do what was asked.
     *
     * @param why with its {@code findings}
     */
    public static void refused(CommandLine line, int exitCode, Map<String, Object> why) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("command", line.getCommandSpec().qualifiedName());
        object.setAll((ObjectNode) MAPPER.valueToTree(why));
        object.put("exitCode", exitCode);
        tell(line.getOut(), object);
    }

    private static void tell(PrintWriter out, ObjectNode object) {
        try {
            out.println(MAPPER.writeValueAsString(object));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode object(CommandLine line, String said) {
        ObjectNode object = MAPPER.createObjectNode();
        object.put("command", line.getCommandSpec().qualifiedName());
        object.set(FINDINGS, MAPPER.createArrayNode());
        try (var all = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(said)) {
            while (all.hasNextValue()) {
                JsonNode own = all.nextValue();
                own.properties().forEach(field -> add(object, field.getKey(), field.getValue()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("a command said what is no JSON", e);
        }
        return object;
    }

    /** Findings of several parts are one list; nothing else is said twice. */
    private static void add(ObjectNode object, String key, JsonNode value) {
        if (key.equals(FINDINGS) && value instanceof ArrayNode findings) {
            ((ArrayNode) object.get(FINDINGS)).addAll(findings);
        } else if (object.has(key)) {
            throw new IllegalStateException("a command said " + key + " twice");
        } else {
            object.set(key, value);
        }
    }

    private static final class Kept extends StringWriter {
        private boolean told;

        boolean isFirst() {
            boolean first = !told && getBuffer().length() > 0;
            told = told || first;
            return first;
        }
    }
}
