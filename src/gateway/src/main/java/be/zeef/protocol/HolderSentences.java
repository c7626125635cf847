package be.zeef.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Everybody who has data under an agreement: in which role, what, and how its data-protection officer is reached. */
final class HolderSentences {

    private final JsonNode file;
    private final Wording wording;

    HolderSentences(JsonNode file, Wording wording) {
        this.file = file;
        this.wording = wording;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String side : List.of("sender", "recipient")) {
            JsonNode party = file.at("/parties/" + side);
            lines.add(holder(party, side));
            lines.add(wording.of(
                    "holds.dpo",
                    text(party, "/dpo/function"),
                    wording.known(text(party, "/dpo/contact")),
                    wording.known(text(party, "/register"))));
        }
        file.at("/parties/others").forEach(party -> lines.add(holder(party, text(party, "/role"))));
        return lines;
    }

    private String holder(JsonNode party, String role) {
        List<String> systems = StreamSupport.stream(party.path("systems").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return wording.of(
                "holds.party",
                text(party, "/name"),
                wording.of("role." + role),
                text(party, "/holds"),
                systems.isEmpty() ? "" : " (" + wording.all(systems) + ")");
    }

    private static String text(JsonNode party, String pointer) {
        return party.at(pointer).asText().strip();
    }
}
