package be.zeef.source.magda;

import be.zeef.route.PartnerKeys;
import be.zeef.route.SoapEndpoint;
import be.zeef.security.Keys;
import be.zeef.security.SignatureAlgorithm;
import be.zeef.security.SigningProfile;
import be.zeef.settings.Settings;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;

/** Makes the endpoint toward MAGDA: mutual TLS with the key that signs. */
final class MagdaEndpoint {

    private MagdaEndpoint() {}

    static CxfEndpoint make(Settings settings, Keys keys, Clock clock) {
        Settings.Magda magda = settings.magda();
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
}
