package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What an agreement says that pays: families which a source names, or what is claimed.
 *
 * @param municipality NIS code of where they must live; empty where no source names families
 * @param postcodes of where they must live, where no NIS code is said
 * @param facts the rule's inputs that are read of what the source says of a family
 * @param split between two beneficiaries
 * @param text what the statement shows; never about a person
 * @param structured whether a structured communication stands in its place
 * @param bankingDaysAhead from the run to the execution
 * @param composerMayRelease whether who signed the run that composed a file may be one of the two who release it
 */
public record PaymentTerms(
        String municipality,
        List<String> postcodes,
        Set<String> facts,
        Split split,
        String text,
        boolean structured,
        int bankingDaysAhead,
        boolean composerMayRelease) {

    public PaymentTerms {
        postcodes = List.copyOf(postcodes);
        facts = Set.copyOf(facts);
    }

    /** Who of two beneficiaries gets what. */
    public enum Split {
        /** Half each; of an odd amount the first named gets the cent more. */
        HALF,
        /** All to the first named. */
        FIRST
    }

    static Optional<PaymentTerms> in(JsonNode tree) {
        JsonNode terms = tree.at("/recipient/payment");
        if (!terms.isObject()) {
            return Optional.empty();
        }
        JsonNode asked = tree.at("/sources/groeipakket");
        return Optional.of(new PaymentTerms(
                asked.path("municipality").asText(),
                texts(asked.path("postcodes")),
                Set.copyOf(texts(asked.path("facts"))),
                Split.valueOf(terms.path("split").asText("first").toUpperCase(Locale.ROOT)),
                terms.path("text").asText(),
                terms.path("structured").asBoolean(),
                terms.path("bankingDaysAhead").asInt(),
                terms.at("/fourEyes/composerMayRelease").asBoolean()));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
