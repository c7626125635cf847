package be.zeef.cli;

import be.zeef.cli.argument.Typed;
import be.zeef.cli.terminal.Terminal;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command takes. */
public final class CommonOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings laid over the built-in ones (default: zeef.yaml, if there is one).")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--json", description = "Machine-readable output.")
    private boolean json;

    @Option(
            names = "--trust-fingerprint",
            paramLabel = "SHA256",
            description =
                    "Whose signature the trust file must bear (default: ZEEF_TRUST_FINGERPRINT); production needs it.")
    private Optional<String> trust = Optional.empty();

    private final Clock clock;
    private final Terminal terminal;

    CommonOptions(Clock clock, Terminal terminal) {
        this.clock = clock;
        this.terminal = terminal;
    }

    public boolean json() {
        return json;
    }

    /** What tells a command the time: the clock that {@link Zeef} was started with. */
    public Clock clock() {
        return clock;
    }

    /** Where the command was typed. */
    public Terminal terminal() {
        return terminal;
    }

    /** The settings' file, absolute; nothing where there is none. */
    Path configured() {
        Path named = file();
        return Files.exists(named) ? named.toAbsolutePath().normalize() : Path.of("");
    }

    /** A file that was named must be there: without it a command would run on the sandbox' settings and say that all is well. */
    private Path file() {
        return config.map(named -> Typed.readable(named, "--config"))
                .orElse(terminal.folder().resolve("zeef.yaml"));
    }

    /** The folder of data, before anything else of the settings is looked at. */
    Path data() {
        return SettingsFile.data(file(), defaults(), said(Map.of()));
    }

    /** The settings; {@code home} is where the launcher stands unless the settings say otherwise. */
    public Settings settings(Map<String, ?> overrides) {
        Map<String, Object> over = said(overrides);
        Path file = file();
        Path logs = SettingsFile.data(file, defaults(), over).resolve("logs");
        System.setProperty("zeef.logs", logs.toString());
        return SettingsFile.read(file, defaults(), over);
    }

    private static Map<String, String> defaults() {
        String home = System.getProperty("zeef.home");
        return home == null ? Map.of() : Map.of("home", home);
    }

    /** What was said at the command line, with these laid over it. */
    private Map<String, Object> said(Map<String, ?> overrides) {
        Map<String, Object> all = new HashMap<>();
        trust.ifPresent(fingerprint -> all.put("trust", Map.of("fingerprint", fingerprint)));
        return Overrides.over(all, Map.copyOf(overrides));
    }
}
