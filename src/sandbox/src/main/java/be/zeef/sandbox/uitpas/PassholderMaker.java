package be.zeef.sandbox.uitpas;

import be.zeef.sandbox.city.People;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the passholder of a person of the city, always the same one. Of a hundred people about 20 have no pass, 40 a pass
 * without the tariff, 10 one that ends in April 2027, 6 one that ends in December 2026, 8 one in its days of grace, 6 one that
 * expired, 3 a blocked card, 2 a blocked membership, and 5 are a neighbour region's.
 */
final class PassholderMaker {

    private static final String[] FAMILY = {"Testers", "Proefmans", "Voorbeeldt", "Zandbak", "Oefenaar"};
    private static final String[] GIVEN = {"Noor", "Lou", "Sam", "Robin", "Alix"};

    private final Regions regions;

    PassholderMaker(Regions regions) {
        this.regions = regions;
    }

    static String idOf(String insz) {
        return UUID.nameUUIDFromBytes(("uitpas " + insz).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Empty for who has no pass. */
    Optional<ObjectNode> of(People.Person person) {
        String id = idOf(person.insz());
        int chance = Math.floorMod(id.hashCode(), 100);
        if (chance < 20) {
            return Optional.empty();
        }
        boolean elsewhere = chance >= 95;
        ObjectNode holder = holder(person, id, elsewhere);
        ObjectNode membership = membership(
                elsewhere ? regions.neighbour() : regions.own(), number(id), chance % 3 == 0 ? "NFC_CARD" : "DIGITAL");
        holder.withArray("cardSystemMemberships").add(membership);
        holder.put("uitpasNumber", number(id));
        if (chance >= 60 && chance < 70) {
            tariff(membership, "ACTIVE", LocalDate.of(2027, 4, 30));
        } else if (chance >= 70 && chance < 76) {
            tariff(membership, "ACTIVE", LocalDate.of(2026, 12, 31));
        } else if (chance >= 76 && chance < 84) {
            tariff(membership, "ACTIVE", LocalDate.of(2026, 4, 30)).put("inGracePeriod", true);
        } else if (chance >= 84 && chance < 90) {
            tariff(membership, "EXPIRED", LocalDate.of(2025, 4, 30));
        } else if (chance >= 90 && chance < 93) {
            ((ObjectNode) membership.get("currentCard")).put("status", "BLOCKED");
        } else if (chance >= 93 && chance < 95) {
            membership.put("status", "BLOCKED");
        }
        return Optional.of(holder);
    }

    private static ObjectNode holder(People.Person person, String id, boolean elsewhere) {
        int name = Math.floorMod(id.hashCode() / 100, 25);
        ObjectNode holder = JsonNodeFactory.instance.objectNode();
        holder.put("id", id);
        holder.put("name", FAMILY[name / 5]);
        holder.put("firstName", GIVEN[name % 5]);
        holder.put("inszNumber", person.insz());
        holder.put("email", "p" + name + "@example.org");
        holder.put("phoneNumber", "090000000" + name % 10);
        holder.put("dateOfBirth", person.born().toString());
        holder.put("gender", "X");
        holder.put("nationality", "Belg");
        holder.put("points", name);
        holder.put("creationDate", "2024-02-01T10:00:00+00:00");
        holder.put("uitidStatus", "UNREGISTERED");
        holder.putObject("registrationOrganizer").put("id", "stad-gent");
        holder.putObject("address")
                .put("street", "Proefstraat " + (name + 1))
                .put("postalCode", elsewhere ? "9300" : "9000")
                .put("city", elsewhere ? "Aalst" : "Gent")
                .put("country", "be");
        holder.putObject("optInPreferences")
                .put("serviceMails", true)
                .put("milestoneMails", name % 2 == 0)
                .put("infoMails", false)
                .put("sms", false)
                .put("post", true);
        holder.putArray("cardSystemMemberships");
        return holder;
    }

    /** A membership on an active card. */
    ObjectNode membership(int cardSystem, String number, String cardType) {
        ObjectNode membership = JsonNodeFactory.instance.objectNode();
        membership.set("cardSystem", regions.view(cardSystem));
        membership.put("uitpasNumber", number);
        membership
                .putObject("currentCard")
                .put("uitpasNumber", number)
                .put("cardType", cardType)
                .put("status", "ACTIVE");
        membership.put("status", "ACTIVE");
        return membership;
    }

    /** Gives a membership the tariff until the end of this day in Belgium; UiTPAS writes that moment in UTC. */
    static ObjectNode tariff(ObjectNode membership, String status, LocalDate until) {
        ObjectNode tariff = membership.putObject("socialTariff");
        tariff.put("status", status);
        tariff.put("endDate", Views.endOf(until) + "+00:00");
        tariff.put("inGracePeriod", false);
        return tariff;
    }

    /** A number for a pass: thirteen digits. */
    static String number(String seed) {
        return "09"
                + String.format(
                        "%011d",
                        Math.floorMod(
                                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
                                        .getMostSignificantBits(),
                                99_999_999_999L));
    }
}
