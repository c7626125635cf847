package be.zeef.payment;

import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import java.util.Locale;
import java.util.Map;

/**
 * Who releases a payment file. Until the console signs people in, a person is who the command line says it is ({@code --by}),
 * together with the operating-system user it runs as: both are written down. Two releases count only when {@code --by} differs,
 * so that nobody is two people by changing accounts. Where the settings name people ({@code payment.releasers}), a person must be
 * one of them and run as the user named there; production demands it.
 *
 * @param id lower case: letters, digits, points and dashes
 */
public record Releaser(String id, String user) {

    public Releaser {
        if (!id.matches("[a-z0-9][a-z0-9.-]{0,39}") || !user.matches("[^\\s/]{1,39}")) {
            throw new PaymentRefusedException(
                    "Say who you are with --by: your sign-on name, of letters, digits, points and dashes.");
        }
    }

    /** Whoever runs this process and calls himself this. */
    static Releaser admitted(String by, Settings settings) {
        Releaser person = new Releaser(by.strip().toLowerCase(Locale.ROOT), System.getProperty("user.name", "?"));
        Map<String, String> named = settings.payment().releasers();
        if (named.isEmpty() && settings.profile() == Realm.PRODUCTION) {
            throw new PaymentRefusedException(
                    "Nobody may release payments yet. Name them in zeef.yaml under payment.releasers: person and the user he runs as.");
        }
        if (!named.isEmpty() && !person.user.equals(named.get(person.id))) {
            throw new PaymentRefusedException(
                    "You may not do this with payments: payment.releasers does not name you with the user you run as.");
        }
        return person;
    }

    /** As it is written down. */
    String written() {
        return id + "/" + user;
    }

    /** Whether this is who wrote that down. */
    boolean is(String written) {
        return written.startsWith(id + "/");
    }
}
