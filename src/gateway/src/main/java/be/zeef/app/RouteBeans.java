package be.zeef.app;

import be.zeef.route.CamelMailbox;
import be.zeef.route.PartnerKeys;
import be.zeef.route.PrivateFolder;
import be.zeef.security.Keys;
import be.zeef.settings.PaymentSettings;
import be.zeef.settings.Settings;
import be.zeef.source.kszsoap.KszCalls;
import be.zeef.source.magda.MagdaInscriptions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the routes name: a mailbox for each partner that is sent files, and what the calls are signed and locked with. */
public final class RouteBeans {

    private static final String LISTS = "magda-lists";
    private static final String INSCRIPTIONS = "magda-inscriptions";
    private static final String ALLOWANCES = "groeipakket";

    private final Settings settings;
    private final Map<String, CamelMailbox> boxes;
    private final CamelMailbox bank;

    public RouteBeans(Settings settings) {
        this.settings = settings;
        this.boxes = Stream.concat(
                        Recipients.in(settings.home().resolve("mappings")).systems().stream(),
                        List.of(LISTS, INSCRIPTIONS, ALLOWANCES).stream())
                .distinct()
                .collect(Collectors.toMap(name -> name, CamelMailbox::new));
        this.bank =
                new CamelMailbox("payment-" + settings.payment().via().name().toLowerCase(Locale.ROOT));
    }

    /** Where MAGDA's questions for lists go and their answers come from. */
    public CamelMailbox lists() {
        return boxes.get(LISTS);
    }

    public CamelMailbox inscriptions() {
        return boxes.get(INSCRIPTIONS);
    }

    public CamelMailbox allowances() {
        return boxes.get(ALLOWANCES);
    }

    /** @param system a recipient that is sent files */
    public CamelMailbox recipient(String system) {
        return boxes.get(system);
    }

    public CamelMailbox bank() {
        return bank;
    }

    /** All of it, by the names in {@code routes/}. */
    public Map<String, Object> named(Keys keys, Clock clock) {
        Map<String, Object> beans = new HashMap<>(boxes);
        beans.put("magdaTls", PartnerKeys.magdaTls(keys));
        beans.put("uitpasTls", PartnerKeys.uitpasTls(keys));
        // as characters, since Camel fills places in what is a text
        settings.partners()
                .forEach((name, partner) ->
                        beans.put(name + "Password", partner.password().toCharArray()));
        beans.put("sftpKey", PartnerKeys.sftpKey(keys));
        beans.put(MagdaInscriptions.ENDPOINT, MagdaInscriptions.bean(settings, keys, clock));
        beans.put(KszCalls.ENDPOINT, KszCalls.bean(settings, keys, clock));
        beans.put("payment-sftp", bank);
        beans.put("payment-folder", bank);
        beans.put(
                "payment-folder-in",
                new PrivateFolder(settings.payment().folder().resolve("in")));
        if (settings.payment().via() == PaymentSettings.Via.FOLDER) {
            new PrivateFolder(settings.payment().folder().resolve("out")).made();
        }
        return beans;
    }
}
