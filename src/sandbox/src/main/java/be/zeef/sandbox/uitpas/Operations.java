package be.zeef.sandbox.uitpas;

import be.zeef.sandbox.Trouble;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From one request with a good token to one answer. One at a time, as a database would have it. */
final class Operations {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Passholders passholders;
    private final Memberships memberships;
    private final Regions regions;
    private final String organizer;
    private final Trouble<UitpasMisbehaviour> trouble;
    private volatile List<String> withheld = List.of();

    Operations(
            Passholders passholders,
            Memberships memberships,
            Regions regions,
            String organizer,
            Trouble<UitpasMisbehaviour> trouble) {
        this.passholders = passholders;
        this.memberships = memberships;
        this.regions = regions;
        this.organizer = organizer;
        this.trouble = trouble;
    }

    void withhold(List<String> permissions) {
        withheld = List.copyOf(permissions);
    }

    synchronized String record(String insz) {
        return passholders.ofPerson(insz).map(ObjectNode::toString).orElse("");
    }

    synchronized void join(String insz, LocalDate until) {
        passholders.ofPerson(insz).ifPresent(holder -> memberships.add(holder, regions.own(), until));
    }

    synchronized ApiReply answer(String method, String path, String query, byte[] body) {
        Map<String, String> asked = fields(query);
        String[] steps = path.substring(1).split("/");
        return switch (method + " " + steps[0] + " " + steps.length) {
            case "GET permissions 1" -> ApiReply.ok(Views.permissions(organizer, regions.own(), withheld));
            case "GET card-systems 1" -> cardSystems();
            case "GET passes 1" -> pass(asked.getOrDefault("identifier", ""));
            case "GET passholders 1" -> search(asked.getOrDefault("inszNumber", ""));
            case "GET passholders 2" -> holder(steps[1]).map(ApiReply::ok).orElseGet(() -> unknown(steps[1]));
            case "PUT passholders 2" ->
                holder(steps[1]).map(holder -> replace(holder, body)).orElseGet(() -> unknown(steps[1]));
            case "GET passholders 4", "POST passholders 4" ->
                holder(steps[1])
                        .map(holder -> membership(method, holder, steps, asked, body))
                        .orElseGet(() -> unknown(steps[1]));
            case "GET cards 4" -> cards(steps[2]);
            default -> ApiReply.problem(404, "url/not-found", path);
        };
    }

    private ApiReply cardSystems() {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("totalItems", regions.all().size());
        regions.all().forEach(each -> page.withArray("member").add(regions.view(each)));
        return ApiReply.ok(page);
    }

    private ApiReply pass(String identifier) {
        Optional<ObjectNode> holder = passholders.ofPerson(identifier);
        if (holder.isEmpty()) {
            return ApiReply.problem(404, "uitpas/pass-not-found", identifier);
        }
        JsonNode membership = holder.get().path("cardSystemMemberships").path(0);
        if (membership.path("status").asText().equals("BLOCKED")) {
            return ApiReply.problem(400, "uitpas/passholder-blocked", identifier);
        }
        String card = membership.path("currentCard").path("status").asText();
        if (!card.equals("ACTIVE")) {
            ApiReply refusal = ApiReply.problem(400, "uitpas/invalid-card-status", identifier);
            ((ObjectNode) refusal.body())
                    .put("cardStatus", card)
                    .put("passholderId", holder.get().path("id").asText())
                    .put("passType", "INDIVIDUAL");
            return refusal;
        }
        return ApiReply.ok(Views.pass(holder.get(), membership));
    }

    private ApiReply search(String insz) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        var found = passholders.ofPerson(insz);
        page.put("totalItems", found.isPresent() ? 1 : 0);
        page.putArray("member");
        found.ifPresent(holder -> page.withArray("member").add(holder));
        return ApiReply.ok(page);
    }

    private ApiReply membership(
            String method, ObjectNode holder, String[] steps, Map<String, String> asked, byte[] body) {
        int cardSystem = steps[3].matches("\\d{1,6}") ? Integer.parseInt(steps[3]) : -1;
        if (!steps[2].equals("memberships") || !regions.exists(cardSystem)) {
            return ApiReply.problem(404, "uitpas/cardsystem-not-found", steps[3]);
        }
        if (method.equals("POST")) {
            return json(body)
                    .map(request -> memberships.join(holder, cardSystem, request, trouble.due(UitpasMisbehaviour.LIES)))
                    .orElseGet(Operations::badSyntax);
        }
        if (trouble.due(UitpasMisbehaviour.NOT_POSSIBLE)) {
            return ApiReply.ok(JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "NOT_POSSIBLE")
                    .put("addressChangeRequired", false));
        }
        return memberships.preview(
                holder, cardSystem, "true".equals(asked.get("socialTariff")), asked.getOrDefault("organizerId", ""));
    }

    private ApiReply replace(ObjectNode holder, byte[] body) {
        return json(body)
                .map(request -> memberships.replace(holder, request, trouble.due(UitpasMisbehaviour.LIES)))
                .orElseGet(Operations::badSyntax);
    }

    private ApiReply cards(String cardSystem) {
        var list = JsonNodeFactory.instance.arrayNode();
        passholders
                .all()
                .flatMap(holder ->
                        Memberships.in(holder, cardSystem.matches("\\d{1,6}") ? Integer.parseInt(cardSystem) : -1)
                                .stream())
                .filter(each ->
                        each.path("socialTariff").path("status").asText().equals("ACTIVE"))
                .forEach(each -> list.addObject()
                        .put("uitpasNumber", each.path("uitpasNumber").asText())
                        .put("cardType", "REGULAR"));
        return ApiReply.ok(list);
    }

    private Optional<ObjectNode> holder(String id) {
        return passholders.ofId(id);
    }

    private static ApiReply unknown(String id) {
        return ApiReply.problem(404, "uitpas/passholder-not-found", id);
    }

    private static ApiReply badSyntax() {
        return ApiReply.problem(400, "body/invalid-syntax", "");
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(query.split("&"))
                .map(field -> field.split("=", 2))
                .filter(field -> field.length == 2)
                .forEach(field -> fields.put(field[0], IssuedTokens.decoded(field[1])));
        return fields;
    }
}
