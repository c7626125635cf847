package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What an agreement says under which amounts are claimed. The year that a ceiling is for is the period of its grants.
 *
 * @param ceiling most that is granted to one person in one year over all claims, in eurocents; more than 0
 * @param monthsAfter how many months after a year's last day it may still be claimed for, 0–12
 */
public record ClaimTerms(long ceiling, int monthsAfter) {

    static Optional<ClaimTerms> in(JsonNode tree) {
        JsonNode terms = tree.path("claims");
        return terms.isObject()
                ? Optional.of(new ClaimTerms(
                        terms.path("ceiling").asLong(),
                        terms.path("monthsAfter").asInt()))
                : Optional.empty();
    }
}
