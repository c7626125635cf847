package be.zeef.demo;

import be.zeef.cli.Workshop;
import be.zeef.sandbox.Sandbox;
import be.zeef.settings.Partner;
import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings the sandbox: its commands, and the outside systems for a command when the profile is sandbox and none is running. */
public final class LocalSandbox implements Workshop {

    @Override
    public List<Class<?>> commands() {
        return List.of(DemoCommand.class, SandboxCommand.class, BenchCommand.class);
    }

    @Override
    public Optional<FarEnds> ifNeeded(Settings settings) {
        if (settings.profile() != Realm.SANDBOX || listening(settings.partner("magdaFiles"))) {
            return Optional.empty();
        }
        System.err.println(
                "No sandbox is running, so one is started for this command (zeef sandbox keeps one running).");
        return Optional.of(new Started(Sandbox.start(settings)));
    }

    private record Started(Sandbox sandbox) implements FarEnds {

        @Override
        public Map<String, Object> overrides() {
            return sandbox.overrides();
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }

    private static boolean listening(Partner files) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(files.host(), files.port()), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
