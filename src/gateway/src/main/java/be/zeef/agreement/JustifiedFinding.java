package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A finding of {@code zeef prove} that an agreement declares beforehand, and justifies: such as a source that can only be asked for
 * more than is needed. Whoever signs the agreement signs this too, and the proof's certificate names it.
 *
 * @param finding its code without the family, such as {@code over-asked}
 * @param about what it is about, as the finding names it
 */
public record JustifiedFinding(String finding, String about, String why) {

    static List<JustifiedFinding> in(JsonNode tree) {
        return AgreementReader.items(tree.at("/proof/justified")).stream()
                .map(each -> new JustifiedFinding(
                        each.path("finding").asText(),
                        each.path("about").asText(),
                        each.path("why").asText()))
                .toList();
    }

    /** Whether this is the finding that it is about. */
    public boolean justifies(String code, String thing) {
        return finding.equals(code) && about.equals(thing);
    }
}
