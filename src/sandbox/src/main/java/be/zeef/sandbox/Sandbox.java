package be.zeef.sandbox;

import be.zeef.sandbox.advice.AdviceServer;
import be.zeef.sandbox.bank.Bank;
import be.zeef.sandbox.delivery.FarEnd;
import be.zeef.sandbox.files.MagdaFiles;
import be.zeef.sandbox.groeipakket.Groeipakket;
import be.zeef.sandbox.ksz.KszServer;
import be.zeef.sandbox.oidc.OidcServer;
import be.zeef.sandbox.soap.MagdaSoapServer;
import be.zeef.sandbox.stamp.StampOffice;
import be.zeef.sandbox.uitpas.UitpasServer;
import be.zeef.security.PrivateFiles;
import be.zeef.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** All far ends at once, on 127.0.0.1. Everything they need is made on first use and kept in the sandbox' folder. */
public final class Sandbox implements AutoCloseable {

    private final Servers servers;
    private final SandboxHoldings ground;
    private final SourceServers sources;
    private final FileRecipients recipients;
    private final WebServers web;
    private final PaymentPartners payments;
    private final Witness witness;
    private final StampOffice stamps;

    /** Makes what is missing and starts every server. */
    public static Sandbox start(Settings settings) {
        PortsFree.require(settings.sandbox());
        Servers servers = new Servers();
        try {
            return new Sandbox(settings, servers);
        } catch (Exception e) {
            SandboxException failure = new SandboxException(
                    "The sandbox cannot be started: " + e.getMessage()
                            + ". If a port is taken, another sandbox may be running; stop it or set other ports (sandbox.*Port).",
                    e);
            try {
                servers.close();
            } catch (SandboxException unstopped) {
                failure.addSuppressed(unstopped);
            }
            throw failure;
        }
    }

    private Sandbox(Settings settings, Servers servers) throws Exception {
        this.servers = servers;
        ground = new SandboxHoldings(settings);
        SandboxPeople.officers(ground.folder("officers"), ground.keys());
        sources = new SourceServers(ground, servers);
        recipients = servers.opened(new FileRecipients(ground));
        web = new WebServers(ground, servers);
        payments = new PaymentPartners(ground, servers);
        witness = servers.opened(Witness.start(ground));
        stamps = servers.opened(StampOffice.start(
                ground.wanted().stampPort(),
                ground.keys().pair("ca"),
                ground.keys().certificate("ca")));
        Map<Integer, String> hosts = new TreeMap<>(recipients.hosts());
        hosts.putAll(payments.hosts());
        hosts.put(witness.port(), Witness.HOST);
        knownHosts(settings.keys().resolve("known_hosts"), hosts, ground.keys());
    }

    private static void knownHosts(Path file, Map<Integer, String> hosts, SandboxKeys keys) throws IOException {
        StringBuilder lines = new StringBuilder();
        hosts.forEach((port, alias) -> lines.append("[127.0.0.1]:" + port + " "
                + PublicKeyEntry.toString(keys.certificate(alias).getPublicKey()) + "\n"));
        if (!Files.exists(file) || !Files.readString(file).contentEquals(lines)) {
            PrivateFiles.writeString(file, lines);
        }
    }

    /** MAGDA's file exchange, to tell it what to do. */
    public MagdaFiles magdaFiles() {
        return sources.files();
    }

    /** IVAGO, to tell it what to do. */
    public FarEnd ivago() {
        return recipients.farEnd("ivago");
    }

    /** Education invoicing, to tell it what to do. */
    public FarEnd education() {
        return recipients.farEnd("education");
    }

    /** Childcare enrolment, to tell it what to do. */
    public FarEnd childcare() {
        return recipients.farEnd("childcare");
    }

    /** The enrolment tool for holiday activities, to tell it what to do. */
    public FarEnd holidays() {
        return recipients.farEnd("holidays");
    }

    /** MAGDA's SOAP endpoint, to tell it what to do. */
    public MagdaSoapServer soap() {
        return sources.soap();
    }

    /** UiTPAS, to tell it what to do. */
    public UitpasServer uitpas() {
        return web.uitpas();
    }

    /** Automatisch Advies, to tell it what to do. */
    public AdviceServer advice() {
        return sources.advice();
    }

    /** The OpenID provider, to have tokens made. */
    public OidcServer oidc() {
        return web.oidc();
    }

    /** The KSZ's own SOAP endpoint, to tell it what to do. */
    public KszServer ksz() {
        return sources.ksz();
    }

    /** VUTG, to tell it what to do. */
    public Groeipakket groeipakket() {
        return payments.groeipakket();
    }

    /** The municipality's bank, to tell it what to do and to see what it paid. */
    public Bank bank() {
        return payments.bank();
    }

    /** The time-stamping authority, to tell it what to do. */
    public StampOffice stamps() {
        return stamps;
    }

    /** What the gateway's settings must say to reach these servers: laid over them like a zeef.yaml. */
    public Map<String, Object> overrides() {
        Map<String, Object> all = new HashMap<>(sources.overrides());
        all.putAll(web.overrides());
        all.put("database", Map.of("password", ground.password("database")));
        Map<String, Object> partners = new HashMap<>(sources.partners());
        partners.putAll(recipients.partners());
        partners.putAll(payments.partners());
        partners.put("witness", Map.of("port", witness.port()));
        all.put("partners", partners);
        return all;
    }

    /** Where the files the sandbox keeps lie. */
    public Path folder() {
        return ground.wanted().directory();
    }

    @Override
    public void close() {
        servers.close();
    }
}
