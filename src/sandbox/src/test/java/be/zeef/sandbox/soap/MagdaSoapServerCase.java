package be.zeef.sandbox.soap;

import static be.zeef.sandbox.soap.TestClient.CAPACITY;
import static be.zeef.sandbox.soap.TestClient.PERSON;
import static be.zeef.sandbox.soap.TestClient.URI_OF_SENDER;

import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.Repertory;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.city.Children;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox' MAGDA with an empty repertory, and a client that signs. */
abstract class MagdaSoapServerCase {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final int PER_SECOND = 6;

    @TempDir
    static Path keyFolder;

    static Keys gateway;
    static SandboxKeys keys;

    @TempDir
    Path folder;

    Repertory repertory;
    MagdaSoapServer server;
    TestClient client;

    @BeforeAll
    static void makeKeys() {
        ReadyKeys.copy(keyFolder.resolve("gateway"), keyFolder.resolve("sandbox"));
        gateway = Keys.in(keyFolder.resolve("gateway"));
        keys = SandboxKeys.in(keyFolder.resolve("sandbox"), gateway);
    }

    @BeforeEach
    void start() throws Exception {
        repertory = new Repertory(folder.resolve("repertory.log"));
        server = MagdaSoapServer.start(
                0,
                keys,
                insz -> insz == PERSON,
                repertory,
                () -> {
                    throw new AssertionError("no question about a person comes here");
                },
                Children.NONE,
                Set.of(new Settings.Sender(URI_OF_SENDER, CAPACITY)),
                PER_SECOND);
        client = new TestClient(gateway, keys, server.url(), true);
    }

    @AfterEach
    void stop() {
        server.close();
        repertory.close();
    }
}
