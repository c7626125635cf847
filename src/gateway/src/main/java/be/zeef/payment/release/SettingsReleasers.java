package be.zeef.payment.release;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.settings.PaymentSettings;
import be.zeef.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * People as {@code payment.releasers} pins them: each with a file of one or more certificates of theirs (PEM or DER), no issuer's among
 * them. Only the sandbox believes this: in production the signed trust file says who they are.
 */
public final class SettingsReleasers implements Releasers {

    private final Settings settings;

    public SettingsReleasers(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Releaser> pinned() {
        return settings.payment().releasers().stream().flatMap(this::pinned).toList();
    }

    private Stream<Releaser> pinned(PaymentSettings.Releaser named) {
        return read(named).stream().map(certificate -> new Releaser(named.person(), (X509Certificate) certificate));
    }

    private static Collection<? extends Certificate> read(PaymentSettings.Releaser named) {
        try (InputStream in = Files.newInputStream(named.certificate())) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!all.isEmpty()) {
                return all;
            }
        } catch (IOException | CertificateException e) {
            // refused below, as an empty file is
        }
        throw new PaymentRefusedException("There is no certificate of " + named.person() + " in "
                + named.certificate().getFileName()
                + ". Put it there (PEM), or take " + named.person() + " out of payment.releasers.");
    }
}
