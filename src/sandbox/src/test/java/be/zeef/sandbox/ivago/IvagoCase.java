package be.zeef.sandbox.ivago;

import static be.zeef.sandbox.delivery.TestPartner.id;

import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.delivery.TestPartner;
import be.zeef.security.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An IVAGO that knows two households, and a city that delivers to it. */
abstract class IvagoCase {

    static final String NAME = "IVAGO.SOCTEG.2026.00001";
    static final Set<String> ACCOUNTS = Set.of("household-1", "household-2");
    static final String ONE = "line id=\"" + id(1) + "\" result=";
    static final String TWO = "line id=\"" + id(2) + "\" result=";

    @TempDir
    static Path keyFolder;

    static Keys gateway;
    static SandboxKeys keys;

    @TempDir
    Path folder;

    TestPartner city;

    @BeforeAll
    static void makeKeys() {
        ReadyKeys.copy(keyFolder.resolve("gateway"), keyFolder.resolve("sandbox"));
        gateway = Keys.in(keyFolder.resolve("gateway"));
        keys = SandboxKeys.in(keyFolder.resolve("sandbox"), gateway);
    }

    @BeforeEach
    void start() throws IOException {
        city = partner();
    }

    @AfterEach
    void stop() throws IOException {
        city.close();
    }

    TestPartner partner() throws IOException {
        return new TestPartner(folder, gateway, keys, "ivago", new Ivago(folder, ACCOUNTS::contains));
    }

    static String csv(String... lines) {
        return "H;1;gent-huisvuilzakken;2026;1;2026-07-16;gent.be\n" + String.join("", lines)
                + (lines.length == 0 ? "T;0\n" : "T;" + lines.length + ";C1=" + lines.length + "\n");
    }

    static String line(int number, String household) {
        return "L;" + id(number) + ";" + household + ";C1;2026\n";
    }

    String credits() throws IOException {
        Path file = folder.resolve("credits.csv");
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
