package be.zeef.endtoend.city;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Homes;
import be.zeef.app.Proofs;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** An installation in production: a home of its own, keys, and two officers who have approved every agreement. */
public record ProductionHome(Path home, Settings settings, Dpos dpos) {

    public static ProductionHome in(Path folder) throws Exception {
        Path home = Homes.copy(folder.resolve("home"));
        ReadyKeys.copy(folder.resolve("data/keys"), folder.resolve("far"));
        Dpos dpos = new Dpos(home, folder.resolve("data/trust.p7s"));
        Settings settings = SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of(
                        "profile", "production",
                        "home", home.toString(),
                        "data", folder.resolve("data").toString(),
                        "trust", Map.of("fingerprint", dpos.fingerprint())));
        for (String id : new Agreements(home.resolve("mappings")).ids()) {
            dpos.approve(id);
        }
        return new ProductionHome(home, settings, dpos);
    }

    /** Proves this agreement as it lies there now. */
    public ProductionHome proved(String id) throws Exception {
        Proofs.kept(settings, Keys.in(settings.keys()), Clock.systemUTC())
                .keep(Proofs.of(agreement(id), home.resolve("mappings")));
        return this;
    }

    public Agreement agreement(String id) {
        return new Agreements(home.resolve("mappings")).load(id);
    }
}
