package be.zeef.dossier;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** A dossier in every form that it is told in. */
final class Told {

    private Told() {}

    static String of(Dossier dossier) {
        StringWriter text = new StringWriter();
        Stream.of("nl", "fr", "en").map(Locale::forLanguageTag).forEach(language -> {
            PrintWriter out = new PrintWriter(text);
            new DossierText(language).print(dossier, out);
            out.print(new DossierHtml(language).page(dossier, Instant.parse("2026-07-16T10:00:00Z")));
            out.flush();
        });
        dossier.happenings()
                .forEach(happening -> text.append(happening.details().toString()));
        return text.append(dossier.agreements().toString()).toString();
    }
}
