package be.zeef.recipient.uitpas;

import be.zeef.route.WebCall;
import be.zeef.settings.Settings;
import be.zeef.subject.Insz;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The operations of UiTPAS that we use. Thread-safe. */
final class Uitpas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final UitpasCalls calls;
    private final Settings.Uitpas settings;

    Uitpas(UitpasCalls calls, Settings.Uitpas settings) {
        this.calls = calls;
        this.settings = settings;
    }

    /** The small view of a person's pass. */
    UitpasReply pass(Insz person, long until) {
        return calls.read(WebCall.get("/passes", "identifier=" + person.digits()), until);
    }

    /** What a membership with social tariff would do: a dry run. */
    UitpasReply preview(String passholder, long until) {
        String query = "socialTariff=true&organizerId=" + encoded(settings.organizer());
        return calls.read(WebCall.get(membership(passholder), query), until);
    }

    /** @param card number of a new physical card; empty for a pass without one */
    UitpasReply join(String passholder, LocalDate tariffUntil, String card, long until) {
        ObjectNode body = JSON.createObjectNode();
        body.put("cardType", card.isEmpty() ? "DIGITAL" : "NFC_CARD");
        if (!card.isEmpty()) {
            body.put("uitpasNumber", card);
        }
        body.putObject("socialTariff").put("socialTariffEndDate", tariffUntil.toString());
        body.putObject("registrationOrganizer").put("id", settings.organizer());
        return calls.write(WebCall.json("POST", membership(passholder), bytes(body)), until);
    }

    /** The whole record of a passholder. */
    UitpasReply passholder(String id, long until) {
        return calls.read(WebCall.get("/passholders/" + encoded(id), ""), until);
    }

    /** Replaces the whole record of a passholder. */
    UitpasReply replace(String id, JsonNode record, long until) {
        return calls.write(WebCall.json("PUT", "/passholders/" + encoded(id), bytes(record)), until);
    }

    UitpasReply permissions(long until) {
        return calls.read(WebCall.get("/permissions", ""), until);
    }

    private String membership(String passholder) {
        return "/passholders/" + encoded(passholder) + "/memberships/" + settings.cardSystem();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
