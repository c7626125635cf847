package be.zeef.sandbox.uitpas;

import be.zeef.subject.Today;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What the operations show of a passholder and of the client. */
final class Views {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final List<String> PERMISSIONS = List.of(
            "PASSES_READ",
            "PASSHOLDERS_SEARCH_BY_ID",
            "PASSHOLDERS_WRITE",
            "PASSHOLDERS_WRITE_SOCIALTARIFF",
            "SOCIALTARIFF_EXPORT");

    private Views() {}

    /** The last second of this day in Belgium, in UTC and without an offset. */
    static String endOf(LocalDate day) {
        return SECONDS.format(day.atTime(23, 59, 59).atZone(Today.ZONE).withZoneSameInstant(ZoneOffset.UTC));
    }

    /** The small view of a pass; its end date has no offset, as in UiTPAS' own examples. */
    static ObjectNode pass(JsonNode holder, JsonNode membership) {
        ObjectNode pass = JsonNodeFactory.instance.objectNode();
        pass.set("passholderId", holder.get("id"));
        pass.put("passType", "INDIVIDUAL");
        pass.set("uitpasNumber", membership.get("uitpasNumber"));
        pass.set("firstName", holder.get("firstName"));
        pass.set("points", holder.get("points"));
        pass.set("postalCode", holder.path("address").get("postalCode"));
        JsonNode tariff = membership.path("socialTariff");
        String status = tariff.path("status").asText("NONE");
        ObjectNode shown = pass.putObject("socialTariff").put("status", status);
        if (tariff.has("endDate")) {
            shown.put("endDate", tariff.get("endDate").asText().substring(0, 19));
        }
        if (status.equals("EXPIRED")) {
            pass.putArray("messages").addObject().put("level", "WARN").put("text", "Het sociaal tarief is verlopen.");
        }
        pass.set("cardSystem", membership.get("cardSystem"));
        return pass;
    }

    /** What the one client may do for its organizer. */
    static ArrayNode permissions(String organizer, int cardSystem, List<String> withheld) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        ObjectNode one = all.addObject();
        one.putObject("organizer").put("id", organizer).put("name", "Stad Gent");
        ArrayNode details = one.putArray("permissionDetails");
        PERMISSIONS.stream().filter(each -> !withheld.contains(each)).forEach(each -> {
            ObjectNode detail = details.addObject().put("id", each);
            detail.putObject("label").put("nl", each);
            detail.putArray("cardSystemIds").add(cardSystem);
        });
        return all;
    }
}
