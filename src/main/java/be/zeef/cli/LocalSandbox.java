package be.zeef.cli;

import be.zeef.sandbox.Sandbox;
import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;

/** Starts the sandbox within this process when the profile is sandbox and none is running. */
final class LocalSandbox implements AutoCloseable {

    private final Optional<Sandbox> started;

    private LocalSandbox(Optional<Sandbox> started) {
        this.started = started;
    }

    static LocalSandbox ifNeeded(Settings settings) {
        if (settings.profile() != Realm.SANDBOX || listening(settings.magda().files())) {
            return new LocalSandbox(Optional.empty());
        }
        System.err.println(
                "No sandbox is running, so one is started for this command (zeef sandbox keeps one running).");
        return new LocalSandbox(Optional.of(Sandbox.start(settings)));
    }

    /** What the gateway's settings must say to reach it; nothing when none was started. */
    Map<String, Object> overrides() {
        return started.map(Sandbox::overrides).orElse(Map.of());
    }

    /** Stops it when this command started it. */
    @Override
    public void close() {
        started.ifPresent(Sandbox::close);
    }

    private static boolean listening(Settings.MagdaFiles files) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(files.host(), files.port()), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
