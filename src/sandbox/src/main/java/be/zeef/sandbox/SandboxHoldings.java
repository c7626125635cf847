package be.zeef.sandbox;

import be.zeef.sandbox.city.Children;
import be.zeef.sandbox.city.CityIndex;
import be.zeef.sandbox.city.CityMaker;
import be.zeef.sandbox.city.CityOptions;
import be.zeef.sandbox.city.People;
import be.zeef.security.Keys;
import be.zeef.security.PrivateFiles;
import be.zeef.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;

/** What all far ends stand on: keys, passwords, and the people who do not exist. Made on first use. */
final class SandboxHoldings {

    private static final String GHENT = "city";
    private static final String OTHER = "heusden-zolder";
    private static final String WINGENE = "wingene";

    private final Settings settings;
    private final Path folder;
    private final Keys gateway;
    private final SandboxKeys keys;
    private final Properties passwords;
    private final CityIndex everyone;
    private final CityIndex heusdenZolder;
    private final Children wingene;
    private final Supplier<People> people;

    SandboxHoldings(Settings settings) throws IOException {
        Settings.Sandbox wanted = settings.sandbox();
        this.settings = settings;
        this.folder = PrivateFiles.folder(wanted.directory());
        this.gateway = Keys.in(settings.keys());
        this.keys = SandboxKeys.in(folder.resolve("keys"), gateway);
        this.passwords = read(settings.keys().resolve("passwords.properties"));
        CityMaker.make(folder.resolve(GHENT), CityOptions.ghent(wanted.households(), wanted.seed(), 2));
        CityMaker.make(folder.resolve(OTHER), CityOptions.heusdenZolder(wanted.households(), wanted.seed(), 2));
        Associations.make(folder.resolve(OTHER).resolve("associations.csv"));
        this.heusdenZolder = CityIndex.read(folder.resolve(OTHER));
        this.everyone = CityIndex.read(folder.resolve(GHENT), folder.resolve(OTHER));
        this.wingene = Children.make(folder.resolve(WINGENE), Math.max(66, wanted.households() / 20), wanted.seed());
        this.people = new Once<>(() -> People.of(folder.resolve(GHENT), wanted.seed()));
    }

    private static Properties read(Path file) throws IOException {
        Properties passwords = new Properties();
        try (var in = Files.newInputStream(file)) {
            passwords.load(in);
        }
        return passwords;
    }

    Settings settings() {
        return settings;
    }

    Settings.Sandbox wanted() {
        return settings.sandbox();
    }

    /** A folder for one of the far ends. */
    Path folder(String name) {
        return folder.resolve(name);
    }

    /** The gateway's own keys, of which the far ends know the certificates. */
    Keys gateway() {
        return gateway;
    }

    SandboxKeys keys() {
        return keys;
    }

    String password(String name) {
        return passwords.getProperty(name);
    }

    /** Everybody of Ghent and Heusden-Zolder. */
    CityIndex everyone() {
        return everyone;
    }

    /** Those of them who live in Heusden-Zolder; the others live in Ghent. */
    CityIndex heusdenZolder() {
        return heusdenZolder;
    }

    /** The children of Wingene, of whom MAGDA knows the Groeipakket. */
    Children wingene() {
        return wingene;
    }

    /** What MAGDA knows of the people of Ghent; read when it is first asked for. */
    Supplier<People> people() {
        return people;
    }

    /** What is true of the people of Ghent. */
    Path truth() {
        return folder.resolve(GHENT).resolve("truth.csv");
    }
}
