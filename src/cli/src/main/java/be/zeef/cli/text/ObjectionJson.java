package be.zeef.cli.text;

import be.zeef.dossier.LeftToPeople;
import be.zeef.objection.Objection;
import be.zeef.objection.ObjectionDesk;
import be.zeef.objection.ObjectionKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Objections as JSON objects: codes and instants in UTC, the same in every language, and no person's number. */
public final class ObjectionJson {

    private ObjectionJson() {}

    /** What became of one that was entered or withdrawn. */
    public static Map<String, Object> of(
            ObjectionDesk.Result result, ObjectionKind kind, String scope, List<LeftToPeople> left) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("result", word(result));
        json.put("kind", kind.word());
        json.put("scope", scope);
        json.put("left", left.stream().map(ObjectionJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(LeftToPeople left) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("errand", word(left.errand()));
        json.put("agreement", left.under());
        left.details().forEach((detail, text) -> json.put(word(detail), text));
        return json;
    }

    /** One that stands. */
    public static Map<String, Object> of(Objection objection) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scope", objection.scope());
        json.put("kind", objection.kind().word());
        json.put("entered", objection.entered().toString());
        json.put("by", objection.clerk());
        json.put("reason", objection.reason());
        json.put("subject", objection.subject());
        return json;
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
