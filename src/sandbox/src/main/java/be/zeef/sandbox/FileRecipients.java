package be.zeef.sandbox;

import be.zeef.sandbox.childcare.ChildDirectory;
import be.zeef.sandbox.childcare.EnrolmentTool;
import be.zeef.sandbox.city.CityIndex;
import be.zeef.sandbox.city.Pupils;
import be.zeef.sandbox.city.TestNumbers;
import be.zeef.sandbox.delivery.FarEnd;
import be.zeef.sandbox.delivery.RecipientOffice;
import be.zeef.sandbox.education.EducationInvoicing;
import be.zeef.sandbox.ivago.Ivago;
import be.zeef.sandbox.sftp.SftpServer;
import be.zeef.security.Keys;
import be.zeef.security.PrivateFiles;
import be.zeef.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The recipients of files: of each what opens and answers deliveries, and the SFTP server before it. */
final class FileRecipients implements AutoCloseable {

    /** Some of them are 24 until their birthday in the city's year, 2026. */
    private static final int OLDEST_CHILD_BORN = 2001;

    private final SandboxHoldings ground;
    private final Map<String, FarEnd> farEnds = new HashMap<>();
    private final Map<String, SftpServer> servers = new HashMap<>();

    /** Starts them all. */
    FileRecipients(SandboxHoldings ground) throws IOException {
        this.ground = ground;
        Settings.Sandbox wanted = ground.wanted();
        CityIndex city = ground.everyone();
        CityIndex heusdenZolder = ground.heusdenZolder();
        // a pseudonym is known to a recipient by an exchange that is not ours; a number must be somebody's
        start(
                "ivago",
                wanted.ivagoPort(),
                new Ivago(
                        own("ivago"),
                        key -> !isNumber(key)
                                || (city.known(Long.parseLong(key)) && !heusdenZolder.known(Long.parseLong(key)))));
        Pupils pupils = Pupils.of(ground.folder("city"), wanted.seed());
        start(
                "education",
                wanted.educationPort(),
                new EducationInvoicing(own("education"), columns("education"), pupils::enrolled, pupils::inCare));
        ChildDirectory children = key -> !isNumber(key) || (heusdenZolder.known(Long.parseLong(key)) && isChild(key));
        start(
                "childcare",
                wanted.childcarePort(),
                new EnrolmentTool(
                        "KIND.SOCTAR",
                        "urn:zeef:childcare:receipt:1",
                        own("childcare"),
                        columns("childcare"),
                        children));
        start(
                "holidays",
                wanted.holidaysPort(),
                new EnrolmentTool(
                        "VAKANTIE.SOCTAR",
                        "urn:zeef:holidays:receipt:1",
                        own("holidays"),
                        columns("holidays"),
                        children));
    }

    private static boolean isNumber(String key) {
        return key.matches("\\d{11}");
    }

    private static boolean isChild(String insz) {
        return TestNumbers.born(insz).getYear() >= OLDEST_CHILD_BORN;
    }

    private Path own(String name) throws IOException {
        return PrivateFiles.folder(ground.folder(name));
    }

    private Path columns(String name) {
        return ground.settings()
                .home()
                .resolve("mappings/recipients")
                .resolve(name)
                .resolve("columns.yaml");
    }

    private void start(String name, int port, RecipientOffice books) throws IOException {
        FarEnd.Trust trust = new FarEnd.Trust(
                ground.keys().entry(name),
                (X509Certificate) ground.gateway().identity(Keys.DELIVERY).getCertificate(),
                ground.keys().entry("magda-server"));
        FarEnd farEnd = new FarEnd(own(name), trust, books, ground.wanted().answerDelay());
        farEnds.put(name, farEnd);
        String host = name + "-host";
        PublicKey client = ground.gateway().identity(Keys.SFTP).getCertificate().getPublicKey();
        SftpServer server = SftpServer.start(
                port,
                own(name).resolve("sftp"),
                List.of("in", "out"),
                ground.keys().pair(host),
                client,
                farEnd::diskFull);
        servers.put(name, server);
    }

    /** The alias of the host key behind each port. */
    Map<Integer, String> hosts() {
        return servers.entrySet().stream()
                .collect(Collectors.toMap(server -> server.getValue().port(), server -> server.getKey() + "-host"));
    }

    FarEnd farEnd(String name) {
        return farEnds.get(name);
    }

    /** How their servers are reached, as settings of the partners. */
    Map<String, Object> partners() {
        return servers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        server -> Map.of("port", server.getValue().port())));
    }

    @Override
    public void close() throws IOException {
        for (SftpServer server : servers.values()) {
            server.close();
        }
        farEnds.values().forEach(FarEnd::close);
    }
}
