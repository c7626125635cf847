package be.zeef.endtoend.source;

import be.zeef.cli.Overrides;
import be.zeef.endtoend.city.TestCity;
import be.zeef.sandbox.HostileFolder;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.files.HostileFtps;
import be.zeef.sandbox.files.MagdaFilesServer;
import be.zeef.sandbox.sftp.HostileSftp;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * Before the partners of a sandbox, servers that see the same folders and show what is hostile in them. Whatever the sandbox'
 * partners do goes on as ever.
 */
final class HostileServers implements AutoCloseable {

    /** The partners over SFTP; their folders in the sandbox and their host keys have the same names. */
    private static final List<String> SFTP =
            List.of("ivago", "education", "childcare", "holidays", "groeipakket", "bank");

    /** A partner chooses its password, and it is data too. */
    private static final String PASSWORD = "a)&delete=false?b#c%2B+{{partners.magdaFiles.host}}RAW(d";

    private final TestCity city;
    private final Map<String, HostileFolder> folders = new TreeMap<>();
    private final Map<String, Integer> ports = new TreeMap<>();
    private final List<HostileSftp> sftp = new ArrayList<>();
    private final MagdaFilesServer ftps;

    HostileServers(TestCity city) throws Exception {
        this.city = city;
        Settings settings = city.settings();
        Keys gateway = Keys.in(settings.keys());
        Path sandbox = city.sandbox().folder();
        SandboxKeys keys = SandboxKeys.in(sandbox.resolve("keys"), gateway);
        PublicKey client = gateway.identity(Keys.SFTP).getCertificate().getPublicKey();
        for (String partner : SFTP) {
            Path root = sandbox.resolve(partner).resolve("sftp");
            HostileFolder folder = folder(partner, root.resolve("out"));
            PrivateKeyEntry host = keys.entry(partner + "-host");
            HostileSftp server = HostileSftp.start(
                    root, folder, new KeyPair(host.getCertificate().getPublicKey(), host.getPrivateKey()), client);
            sftp.add(server);
            ports.put(partner, server.port());
            Files.writeString(
                    settings.keys().resolve("known_hosts"),
                    "[127.0.0.1]:" + server.port() + " "
                            + PublicKeyEntry.toString(host.getCertificate().getPublicKey()) + "\n",
                    StandardOpenOption.APPEND);
        }
        Path root = sandbox.resolve("magda");
        HostileFolder folder = folder("magda", root.resolve("From_Vip"));
        ftps = HostileFtps.start(
                root, folder, keys, settings.partner("magdaFiles").user(), PASSWORD);
        ports.put("magda", ftps.port());
    }

    private HostileFolder folder(String partner, Path disk) {
        HostileFolder folder = new HostileFolder(disk);
        folders.put(partner, folder);
        return folder;
    }

    /** @param partner {@code magda}, or its name in the settings */
    HostileFolder folder(String partner) {
        return folders.get(partner);
    }

    /** What the gateway's settings must say to reach these servers, with quick time limits. */
    Settings settings(Map<String, ?> payment) {
        return settings(payment, Map.of());
    }

    /** The same with these keys of {@code magda} laid over it. */
    @SuppressWarnings("unchecked")
    Settings settings(Map<String, ?> payment, Map<String, ?> overMagda) {
        Map<String, Object> all = city.overrides();
        Map<String, Object> reach = new HashMap<>();
        // a partner that is chased may answer again when nobody looks any more
        SFTP.forEach(partner ->
                reach.put(partner, Map.of("port", ports.get(partner), "poll", "PT0.1S", "receiptWithin", "PT1M")));
        reach.put("magdaFiles", Map.of("port", ports.get("magda"), "password", PASSWORD));
        all.put("partners", Overrides.over((Map<String, Object>) all.get("partners"), reach));
        all.put("groeipakket", Map.of("fileWithin", "PT30S"));
        all.put("payment", Overrides.over(Map.of("answerWithin", "PT30S"), new HashMap<>(payment)));
        Map<String, Object> magda = new HashMap<>((Map<String, Object>) all.get("magda"));
        magda.putAll(overMagda);
        all.put("magda", magda);
        return SettingsFile.read(Path.of("no-such-zeef.yaml"), all);
    }

    @Override
    public void close() throws IOException {
        ftps.close();
        for (HostileSftp server : sftp) {
            server.close();
        }
    }
}
