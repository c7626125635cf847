package be.zeef.sandbox;

import be.zeef.sandbox.oidc.OidcServer;
import be.zeef.sandbox.uitpas.UitpasServer;
import be.zeef.subject.Today;
import java.util.Map;
import java.util.Set;

/** Around the counter: UiTPAS, and who says that a caller is who it says it is. */
final class WebServers {

    private final SandboxHoldings ground;
    private final UitpasServer uitpas;
    private final OidcServer oidc;

    WebServers(SandboxHoldings ground, Servers servers) throws Exception {
        this.ground = ground;
        uitpas = servers.opened(UitpasServer.start(
                ground.wanted().uitpasPort(),
                ground.keys(),
                ground.folder("uitpas"),
                ground.people(),
                ground.settings().uitpas(),
                ground.password("uitpas")));
        oidc = servers.opened(
                OidcServer.start(ground.wanted().oidcPort(), ground.keys(), registry(), Today.wallClock()));
        CallerFiles.write(ground.folder("counter"), ground.keys());
    }

    private OidcServer.Registry registry() {
        return new OidcServer.Registry(
                ground.settings().counter().oidc().audience(),
                SandboxKeys.DEMO_CALLER,
                ground.password("oidc-demo-counter"),
                "clerk-7",
                ground.password("oidc-clerk-7"),
                Set.of("ask:gent-uitpas", "ask:wingene-korting"));
    }

    UitpasServer uitpas() {
        return uitpas;
    }

    OidcServer oidc() {
        return oidc;
    }

    Map<String, Object> overrides() {
        return Map.of(
                "uitpas",
                Map.of("url", uitpas.url(), "tokenUrl", uitpas.tokenUrl(), "clientSecret", ground.password("uitpas")),
                "counter",
                Map.of("oidc", Map.of("issuer", oidc.issuer())));
    }
}
