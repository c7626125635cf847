package be.zeef.route;

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
        Settings.Ivago ivago = settings.ivago();
        places.setProperty("ivago.host", ivago.host());
        places.setProperty("ivago.port", Integer.toString(ivago.port()));
        places.setProperty("ivago.user", ivago.user());
        places.setProperty("ivago.in", ivago.in());
        places.setProperty("ivago.out", ivago.out());
        places.setProperty("ivago.poll", Long.toString(ivago.poll().toMillis()));
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
        return places;
    }
}
