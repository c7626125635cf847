package be.zeef.cli.service;

import be.zeef.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody with a keyboard, and what they see. */
final class Typist implements Terminal {

    String types = "";
    Optional<String> secret = Optional.empty();
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final List<String> asked = new ArrayList<>();
    InputStream in;

    @Override
    public InputStream in() {
        if (in == null) {
            in = new ByteArrayInputStream(types.getBytes(StandardCharsets.UTF_8));
        }
        return in;
    }

    @Override
    public PrintStream out() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public PrintStream err() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<char[]> secret(String question) {
        asked.add(question);
        return secret.map(String::toCharArray);
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public Optional<String> variable(String name) {
        return Optional.ofNullable(Map.of("MINE", "v", "OTHER", "w").get(name));
    }

    @Override
    public Path folder() {
        return Path.of("/somewhere");
    }
}
