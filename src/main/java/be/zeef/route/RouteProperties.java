package be.zeef.route;

import be.zeef.settings.PaymentSettings;
import be.zeef.settings.Settings;
import java.util.Properties;

/** The places that route files may name, filled from the settings. */
final class RouteProperties {

    private RouteProperties() {}

    static Properties of(Settings settings) {
        Properties places = new Properties();
        places.setProperty("keys", settings.keys().toString());
        Settings.MagdaFiles magda = settings.magda().files();
        places.setProperty("magda.files.host", magda.host());
        places.setProperty("magda.files.port", Integer.toString(magda.port()));
        places.setProperty("magda.files.user", magda.user());
        places.setProperty("magda.files.password", magda.password());
        places.setProperty("magda.files.toVip", magda.toVip());
        places.setProperty("magda.files.fromVip", magda.fromVip());
        places.setProperty("magda.files.poll", Long.toString(magda.poll().toMillis()));
        recipient(places, "ivago", settings.ivago());
        recipient(places, "education", settings.education());
        recipient(places, "childcare", settings.childcare());
        Settings.Uitpas uitpas = settings.uitpas();
        places.setProperty("uitpas.url", uitpas.url());
        places.setProperty("uitpas.tokenUrl", uitpas.tokenUrl());
        places.setProperty(
                "uitpas.connectTimeout", Long.toString(uitpas.connectTimeout().toMillis()));
        places.setProperty(
                "uitpas.receiveTimeout", Long.toString(uitpas.receiveTimeout().toMillis()));
        Settings.Advice advice = settings.advice();
        places.setProperty("advice.url", advice.url());
        places.setProperty(
                "advice.connectTimeout", Long.toString(advice.connectTimeout().toMillis()));
        places.setProperty(
                "advice.receiveTimeout", Long.toString(advice.receiveTimeout().toMillis()));
        Settings.Groeipakket groeipakket = settings.groeipakket();
        places.setProperty("groeipakket.host", groeipakket.host());
        places.setProperty("groeipakket.port", Integer.toString(groeipakket.port()));
        places.setProperty("groeipakket.user", groeipakket.user());
        places.setProperty("groeipakket.out", groeipakket.out());
        places.setProperty("groeipakket.poll", Long.toString(groeipakket.poll().toMillis()));
        PaymentSettings payment = settings.payment();
        places.setProperty("payment.host", payment.host());
        places.setProperty("payment.port", Integer.toString(payment.port()));
        places.setProperty("payment.user", payment.user());
        places.setProperty("payment.in", payment.in());
        places.setProperty("payment.out", payment.out());
        places.setProperty("payment.folder", payment.folder().toString());
        places.setProperty("payment.poll", Long.toString(payment.poll().toMillis()));
        return places;
    }

    private static void recipient(Properties places, String name, Settings.SftpRecipient recipient) {
        places.setProperty(name + ".host", recipient.host());
        places.setProperty(name + ".port", Integer.toString(recipient.port()));
        places.setProperty(name + ".user", recipient.user());
        places.setProperty(name + ".in", recipient.in());
        places.setProperty(name + ".out", recipient.out());
        places.setProperty(name + ".poll", Long.toString(recipient.poll().toMillis()));
    }
}
