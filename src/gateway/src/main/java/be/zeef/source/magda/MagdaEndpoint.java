package be.zeef.source.magda;

import be.zeef.route.PartnerKeys;
import be.zeef.route.SoapEndpoint;
import be.zeef.security.Keys;
import be.zeef.security.signing.SignatureAlgorithm;
import be.zeef.security.signing.SigningProfile;
import be.zeef.settings.Settings;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;

/** Makes the endpoint toward MAGDA: mutual TLS with the key that signs. */
final class MagdaEndpoint {

    private static final String MOST_KEPT = "http.maxConnections";

    private MagdaEndpoint() {}

    static CxfEndpoint make(Settings settings, Keys keys, Clock clock) {
        Settings.Magda magda = settings.magda();
        keepConnections(magda.atOnce());
        return new SoapEndpoint(
                        magda.endpoints().get("default"),
                        PartnerKeys.magdaTls(keys),
                        SigningProfile.named(settings.home(), magda.signing()),
                        SignatureAlgorithm.chosen(magda.signatureAlgorithm(), "magda.signatureAlgorithm"),
                        Keys.MAGDA,
                        Optional.empty(),
                        magda.connectTimeout(),
                        magda.receiveTimeout())
                .make(keys, clock);
    }

    /**
     * CXF calls through the JDK's HttpURLConnection, which keeps five idle connections to a server and closes the others: every
     * call beyond five at a time would shake hands anew, with two RSA signatures. What the operator has set stays.
     */
    private static void keepConnections(int atOnce) {
        if (System.getProperty(MOST_KEPT) == null) {
            System.setProperty(MOST_KEPT, Integer.toString(Math.max(16, 4 * atOnce)));
        }
    }
}
