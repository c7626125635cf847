package be.zeef.cli.argument;

import java.util.Locale;
import picocli.CommandLine.Option;

/** In which language an agreement is told to those who sign it: Dutch unless they say otherwise. */
public final class Language {

    private enum Known {
        nl,
        en,
        fr
    }

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "One of ${COMPLETION-CANDIDATES} (default: nl).")
    private Known language = Known.nl;

    public Locale locale() {
        return Locale.forLanguageTag(language.name());
    }
}
