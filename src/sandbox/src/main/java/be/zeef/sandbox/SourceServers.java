package be.zeef.sandbox;

import be.zeef.sandbox.advice.AdviceServer;
import be.zeef.sandbox.city.Buffer;
import be.zeef.sandbox.files.MagdaFiles;
import be.zeef.sandbox.files.MagdaFilesServer;
import be.zeef.sandbox.ksz.KszDesk;
import be.zeef.sandbox.ksz.KszServer;
import be.zeef.sandbox.ocmw.OcmwServer;
import be.zeef.sandbox.soap.MagdaSoapServer;
import be.zeef.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom the gateway asks: MAGDA by files and by SOAP, the KSZ, the OCMW and Automatisch Advies. */
final class SourceServers {

    private final SandboxHoldings ground;
    private final MagdaFilesServer filesServer;
    private final OcmwServer ocmw;
    private final MagdaFiles files;
    private final MagdaSoapServer soap;
    private final KszServer ksz;
    private final AdviceServer advice;

    SourceServers(SandboxHoldings ground, Servers servers) throws Exception {
        this.ground = ground;
        Settings settings = ground.settings();
        Settings.Sandbox wanted = ground.wanted();
        Buffer buffer = new Buffer(ground.everyone());
        Repertory repertory = servers.opened(new Repertory(ground.folder("repertory.log")));
        ocmw = servers.opened(OcmwServer.start(
                wanted.ocmwPort(), ground.truth(), settings.ocmw().user(), ground.password("ocmw")));
        filesServer = servers.opened(files(ground));
        files = servers.opened(new MagdaFiles(
                ground.folder("magda"),
                ground.everyone(),
                buffer,
                repertory,
                settings.magda().sender().uri(),
                wanted.answerDelay(),
                wanted.magdaStrict()));
        soap = servers.opened(MagdaSoapServer.start(
                wanted.magdaPort(),
                ground.keys(),
                insz -> ground.everyone().known(insz) || ground.wingene().known(insz),
                repertory,
                ground.people(),
                ground.wingene(),
                senders(settings.magda()),
                settings.magda().perSecond()));
        soap.signAnswers(wanted.magdaSignsAnswers());
        soap.strict(wanted.magdaStrict());
        ksz = servers.opened(KszServer.start(
                wanted.kszPort(),
                ground.keys(),
                new KszDesk(ground.everyone()::known, buffer, repertory::containsForAny, settings.kszSoap()),
                settings.kszSoap().user(),
                ground.password("ksz-gateway")));
        advice =
                servers.opened(AdviceServer.start(wanted.advicePort(), ground.keys(), ground.people(), ground.truth()));
    }

    private static MagdaFilesServer files(SandboxHoldings ground) throws Exception {
        Settings.Sandbox wanted = ground.wanted();
        return MagdaFilesServer.start(
                wanted.filesPort(),
                wanted.filesPassivePorts(),
                ground.folder("magda"),
                ground.keys(),
                ground.settings().partner("magdaFiles").user(),
                ground.password("magda-files"));
    }

    private static Set<Settings.Sender> senders(Settings.Magda magda) {
        return Stream.concat(Stream.of(magda.sender()), magda.senders().values().stream())
                .collect(Collectors.toSet());
    }

    MagdaFiles files() {
        return files;
    }

    MagdaSoapServer soap() {
        return soap;
    }

    KszServer ksz() {
        return ksz;
    }

    AdviceServer advice() {
        return advice;
    }

    /** How MAGDA's file server is reached, as settings of the partner. */
    Map<String, Object> partners() {
        return Map.of("magdaFiles", Map.of("port", filesServer.port(), "password", ground.password("magda-files")));
    }

    Map<String, Object> overrides() {
        Map<String, Object> all = new HashMap<>();
        all.put("magda", Map.of("endpoints", Map.of("default", soap.url())));
        all.put("kszSoap", Map.of("url", ksz.url(), "password", ground.password("ksz-gateway")));
        all.put(
                "ocmw",
                Map.of("url", "jdbc:h2:tcp://127.0.0.1:" + ocmw.port() + "/ocmw", "password", ground.password("ocmw")));
        all.put("advice", Map.of("url", advice.url()));
        return all;
    }
}
