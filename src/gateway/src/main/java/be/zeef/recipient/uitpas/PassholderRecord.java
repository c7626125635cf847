package be.zeef.recipient.uitpas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/**
 * A passholder's whole record on its way back. Writing replaces all of it, so everything that was read goes back as it came,
 * fields we do not know too, but for those that UiTPAS declares to be its own.
 */
final class PassholderRecord {

    private static final List<String> READ_ONLY = List.of(
            "id",
            "cardSystemMemberships",
            "creationDate",
            "points",
            "uitidStatus",
            "postalCode",
            "city",
            "uitpasNumber");

    private PassholderRecord() {}

    /** The same record with this end of the social tariff. */
    static JsonNode extended(JsonNode record, LocalDate until) {
        ObjectNode copy = record.deepCopy();
        copy.remove(READ_ONLY);
        copy.put("registrationSocialTariffEndDate", until.toString());
        return copy;
    }
}
