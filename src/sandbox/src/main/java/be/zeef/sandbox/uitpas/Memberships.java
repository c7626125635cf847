package be.zeef.sandbox.uitpas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;

/** What UiTPAS does with memberships: the dry run, joining with the tariff, and extending it by replacing the record. */
final class Memberships {

    private static final String[] ITS_OWN = {
        "id", "cardSystemMemberships", "creationDate", "points", "uitidStatus", "uitpasNumber"
    };

    private final Passholders passholders;
    private final PassholderMaker maker;
    private final Regions regions;
    private final String organizer;
    private long grants;
    private long doubleGrants;

    Memberships(Passholders passholders, PassholderMaker maker, Regions regions, String organizer) {
        this.passholders = passholders;
        this.maker = maker;
        this.regions = regions;
        this.organizer = organizer;
    }

    long grants() {
        return grants;
    }

    long doubleGrants() {
        return doubleGrants;
    }

    static Optional<ObjectNode> in(JsonNode holder, int cardSystem) {
        for (JsonNode membership : holder.path("cardSystemMemberships")) {
            if (membership.path("cardSystem").path("id").asInt() == cardSystem) {
                return Optional.of((ObjectNode) membership);
            }
        }
        return Optional.empty();
    }

    ApiReply preview(ObjectNode holder, int cardSystem, boolean tariff, String asOrganizer) {
        if (!asOrganizer.equals(organizer)) {
            return ApiReply.problem(400, "uitpas/organizer-not-found", asOrganizer);
        }
        Optional<ObjectNode> there = in(holder, cardSystem);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        boolean identical = there.isPresent() && tariff == active(there.get());
        answer.put("type", identical ? "NOT_POSSIBLE" : there.isPresent() ? "REPLACE_MEMBERSHIP" : "NEW_MEMBERSHIP");
        answer.put("addressChangeRequired", !identical && tariff && outside(holder, cardSystem));
        if (!identical) {
            answer.put("socialTariffEndDate", "2027-04-30");
            there.ifPresent(replaced -> answer.set("replacedMembership", replaced));
        }
        return ApiReply.ok(answer);
    }

    ApiReply join(ObjectNode holder, int cardSystem, JsonNode asked, boolean lie) {
        JsonNode tariff = asked.path("socialTariff");
        String number = asked.path("uitpasNumber").asText();
        boolean physical = asked.path("cardType").asText().equals("NFC_CARD");
        if (!physical && !asked.path("cardType").asText().equals("DIGITAL")
                || !asked.path("registrationOrganizer").has("id")
                || physical && number.isEmpty()) {
            return ApiReply.problem(400, "body/invalid-data", "/cardType");
        }
        if (!asked.path("registrationOrganizer").path("id").asText().equals(organizer)) {
            return ApiReply.problem(400, "uitpas/organizer-not-found", "");
        }
        Optional<ObjectNode> there = in(holder, cardSystem);
        boolean own = there.map(each -> each.path("uitpasNumber").asText().equals(number))
                .orElse(false);
        // the city's stock of cards has numbers that begin so
        if (physical && !own && !number.startsWith("0930")) {
            return ApiReply.problem(400, "uitpas/invalid-card-status", number);
        }
        if (there.isPresent() && !tariff.isMissingNode() && active(there.get())) {
            doubleGrants++;
        }
        boolean identical = there.isPresent() && active(there.get()) == !tariff.isMissingNode();
        if (identical || !tariff.isMissingNode() && outside(holder, cardSystem) && !asked.has("address")) {
            return ApiReply.problem(
                    400,
                    "uitpas/passholder-new-membership-error",
                    holder.path("inszNumber").asText());
        }
        if (lie) {
            return ApiReply.empty(201);
        }
        ObjectNode fresh = maker.membership(
                cardSystem,
                physical ? number : PassholderMaker.number(holder.path("id").asText() + grants),
                asked.path("cardType").asText());
        if (!tariff.isMissingNode()) {
            grants++;
            PassholderMaker.tariff(
                    fresh,
                    "ACTIVE",
                    LocalDate.parse(tariff.path("socialTariffEndDate").asText("2027-04-30")));
        }
        replace(holder, cardSystem, fresh);
        passholders.keep(holder);
        return ApiReply.empty(201);
    }

    /** A membership that came about by another way than this one. */
    void add(ObjectNode holder, int cardSystem, LocalDate until) {
        String number = PassholderMaker.number(holder.path("id").asText() + cardSystem);
        ObjectNode fresh = maker.membership(cardSystem, number, "DIGITAL");
        PassholderMaker.tariff(fresh, "ACTIVE", until);
        replace(holder, cardSystem, fresh);
        passholders.keep(holder);
    }

    private static void replace(ObjectNode holder, int cardSystem, ObjectNode fresh) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : holder.path("cardSystemMemberships")) {
            if (each.path("cardSystem").path("id").asInt() != cardSystem) {
                kept.add(each);
            }
        }
        holder.set("cardSystemMemberships", kept.add(fresh));
    }

    /** Full replacement: what the body does not name is gone, but for what is UiTPAS' own. */
    ApiReply replace(ObjectNode holder, JsonNode body, boolean lie) {
        if (!body.hasNonNull("name")
                || !body.hasNonNull("firstName")
                || !body.hasNonNull("dateOfBirth")
                || !body.path("address").hasNonNull("postalCode")
                || !body.path("address").hasNonNull("city")) {
            return ApiReply.problem(400, "body/invalid-data", "/name");
        }
        if (lie) {
            return ApiReply.empty(204);
        }
        ObjectNode fresh = body.deepCopy();
        fresh.remove("registrationSocialTariffEndDate");
        for (String field : ITS_OWN) {
            fresh.set(field, holder.get(field));
        }
        extend(fresh, body.path("registrationSocialTariffEndDate").asText());
        passholders.keep(fresh);
        return ApiReply.empty(204);
    }

    private void extend(ObjectNode holder, String until) {
        if (until.isEmpty()) {
            return;
        }
        for (JsonNode each : holder.path("cardSystemMemberships")) {
            JsonNode tariff = each.path("socialTariff");
            if (!tariff.isMissingNode()) {
                LocalDate end = LocalDate.parse(until);
                boolean there = active(each) && tariff.path("endDate").asText().compareTo(Views.endOf(end)) >= 0;
                grants += there ? 0 : 1;
                doubleGrants += there ? 1 : 0;
                PassholderMaker.tariff((ObjectNode) each, "ACTIVE", end);
            }
        }
    }

    private boolean outside(JsonNode holder, int cardSystem) {
        return !regions.holds(
                cardSystem, holder.path("address").path("postalCode").asText());
    }

    private static boolean active(JsonNode membership) {
        return membership.path("socialTariff").path("status").asText().equals("ACTIVE");
    }
}
