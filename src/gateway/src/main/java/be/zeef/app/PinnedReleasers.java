package be.zeef.app;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.release.Releaser;
import be.zeef.payment.release.Releasers;
import be.zeef.payment.release.SettingsReleasers;
import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import be.zeef.trust.TrustedPeople;
import be.zeef.validation.InvalidMessageException;
import java.util.List;

/**
 * Who may act on payments under an agreement: in production whom the signed trust file names, so that nobody pins himself who
 * can only write settings; in the sandbox whom the settings name.
 */
public final class PinnedReleasers {

    private PinnedReleasers() {}

    public static Releasers of(Settings settings, TrustedPeople people, String agreement) {
        return settings.profile() == Realm.PRODUCTION
                ? () -> trusted(people, agreement)
                : new SettingsReleasers(settings);
    }

    private static List<Releaser> trusted(TrustedPeople people, String agreement) {
        try {
            return people.releasers(agreement).entrySet().stream()
                    .map(each -> new Releaser(each.getKey(), each.getValue()))
                    .toList();
        } catch (InvalidMessageException e) {
            throw new PaymentRefusedException(
                    "Nobody may act on payments: the trust file that names people does not hold. zeef check says why.");
        }
    }
}
