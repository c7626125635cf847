package be.zeef.cli;

import be.zeef.sandbox.Sandbox;
import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/** Starts the sandbox within this process when the profile is sandbox and none is running. */
final class LocalSandbox {

    private LocalSandbox() {}

    static Optional<Sandbox> ifNeeded(Settings settings) {
        if (settings.profile() != Realm.SANDBOX || listening(settings.magda().files())) {
            return Optional.empty();
        }
        System.err.println(
                "No sandbox is running, so one is started for this command (zeef sandbox keeps one running).");
        return Optional.of(Sandbox.start(settings));
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
