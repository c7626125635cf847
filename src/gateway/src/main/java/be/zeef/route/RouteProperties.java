package be.zeef.route;

import be.zeef.settings.PaymentSettings;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsException;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The places that route files may name, filled from the settings. What stands in an address must not be able to end its part
 * of it; a password may hold any character, so it is no place but a bean (<code>#bean:magdaFilesPassword</code>).
 */
public final class RouteProperties {

    /** What begins or parts options, is decoded, or is filled in itself. */
    private static final Pattern PARTS = Pattern.compile("[?&#%+{}()\\p{Cntrl}]");

    private RouteProperties() {}

    public static Properties of(Settings settings) {
        Properties places = new Properties();
        set(places, "keys", settings.keys().toString());
        Settings.MagdaFiles magda = settings.magda().files();
        set(places, "magda.files.host", magda.host());
        set(places, "magda.files.port", Integer.toString(magda.port()));
        set(places, "magda.files.user", magda.user());
        set(places, "magda.files.toVip", magda.toVip());
        set(places, "magda.files.fromVip", magda.fromVip());
        set(places, "magda.files.poll", Long.toString(magda.poll().toMillis()));
        recipient(places, "ivago", settings.ivago());
        recipient(places, "education", settings.education());
        recipient(places, "childcare", settings.childcare());
        Settings.Uitpas uitpas = settings.uitpas();
        set(places, "uitpas.url", uitpas.url());
        set(places, "uitpas.tokenUrl", uitpas.tokenUrl());
        set(
                places,
                "uitpas.connectTimeout",
                Long.toString(uitpas.connectTimeout().toMillis()));
        set(
                places,
                "uitpas.receiveTimeout",
                Long.toString(uitpas.receiveTimeout().toMillis()));
        Settings.Advice advice = settings.advice();
        set(places, "advice.url", advice.url());
        set(
                places,
                "advice.connectTimeout",
                Long.toString(advice.connectTimeout().toMillis()));
        set(
                places,
                "advice.receiveTimeout",
                Long.toString(advice.receiveTimeout().toMillis()));
        Settings.Groeipakket groeipakket = settings.groeipakket();
        set(places, "groeipakket.host", groeipakket.host());
        set(places, "groeipakket.port", Integer.toString(groeipakket.port()));
        set(places, "groeipakket.user", groeipakket.user());
        set(places, "groeipakket.out", groeipakket.out());
        set(places, "groeipakket.poll", Long.toString(groeipakket.poll().toMillis()));
        PaymentSettings payment = settings.payment();
        set(places, "payment.host", payment.host());
        set(places, "payment.port", Integer.toString(payment.port()));
        set(places, "payment.user", payment.user());
        set(places, "payment.in", payment.in());
        set(places, "payment.out", payment.out());
        set(places, "payment.folder", payment.folder().toString());
        set(places, "payment.poll", Long.toString(payment.poll().toMillis()));
        return places;
    }

    private static void set(Properties places, String name, String value) {
        if (PARTS.matcher(value).find()) {
            throw new SettingsException(
                    name + " holds one of the characters ? & # % + { } ( ), or one that cannot be seen."
                            + " It becomes part of an address and of its options. Choose another value.");
        }
        places.setProperty(name, value);
    }

    private static void recipient(Properties places, String name, Settings.SftpRecipient recipient) {
        set(places, name + ".host", recipient.host());
        set(places, name + ".port", Integer.toString(recipient.port()));
        set(places, name + ".user", recipient.user());
        set(places, name + ".in", recipient.in());
        set(places, name + ".out", recipient.out());
        set(places, name + ".poll", Long.toString(recipient.poll().toMillis()));
    }
}
