package be.zeef.cli.text;

import be.zeef.dossier.Detail;
import be.zeef.dossier.Dossier;
import be.zeef.dossier.Happening;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A dossier as one JSON object: codes and instants in UTC, the same in every language. */
public final class DossierJson {

    private DossierJson() {}

    public static Map<String, Object> of(Dossier dossier) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("known", !dossier.isEmpty());
        Map<String, Object> agreements = new LinkedHashMap<>();
        dossier.agreements().forEach((id, reason) -> agreements.put(id, of(reason)));
        json.put("agreements", agreements);
        Map<String, Object> gone = new LinkedHashMap<>();
        dossier.goneUpTo().forEach((id, day) -> gone.put(id, day.toString()));
        json.put("notKeptUpTo", gone);
        json.put(
                "happenings", dossier.happenings().stream().map(DossierJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(Dossier.Reason reason) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("title", reason.title());
        json.put("purpose", reason.purpose());
        json.put("regulation", reason.regulation());
        json.put("numbers", reason.numbers());
        return json;
    }

    private static Map<String, Object> of(Happening happening) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", happening.at().map(Instant::toString).orElse(null));
        json.put("kind", word(happening.kind()));
        json.put("agreement", happening.under());
        happening.details().forEach((Detail detail, String text) -> json.put(word(detail), text));
        return json;
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
