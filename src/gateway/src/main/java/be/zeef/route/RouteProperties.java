package be.zeef.route;

import be.zeef.settings.Partner;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsException;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * The places that route files may name, filled from the settings. What stands in an address must not be able to end its part
 * of it; a password may hold any character, so it is no place but a bean (<code>#bean:&lt;partner&gt;Password</code>).
 */
public final class RouteProperties {

    /** What begins or parts options, is decoded, or is filled in itself. */
    private static final Pattern PARTS = Pattern.compile("[?&#%+{}()\\p{Cntrl}]");

    private RouteProperties() {}

    public static Properties of(Settings settings) {
        Properties places = new Properties();
        set(places, "keys", settings.keys().toString());
        settings.partners().forEach((name, partner) -> partner(places, "partners." + name, partner));
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
        set(places, "payment.folder", settings.payment().folder().toString());
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

    private static void partner(Properties places, String at, Partner partner) {
        set(places, at + ".host", partner.host());
        set(places, at + ".port", Integer.toString(partner.port()));
        set(places, at + ".user", partner.user());
        set(places, at + ".in", partner.in());
        set(places, at + ".out", partner.out());
        set(places, at + ".poll", Long.toString(partner.poll().toMillis()));
    }
}
