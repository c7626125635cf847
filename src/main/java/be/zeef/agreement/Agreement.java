package be.zeef.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the machine needs of an agreement. What the law asks besides is checked to be there when it is loaded, and is
 * part of the version.
 *
 * @param version SHA-256 of the canonical JSON (RFC 8785) of the whole file, in hexadecimal
 */
public record Agreement(
        String id,
        String version,
        ListSourceAsked list,
        List<String> measures,
        RuleUsed rule,
        Map<String, Map<String, Long>> flags,
        RecipientServed recipient,
        Validity validity,
        List<Assumption> assumptions) {

    public Agreement {
        measures = List.copyOf(measures);
        flags = Map.copyOf(flags);
        assumptions = List.copyOf(assumptions);
    }

    /** What is asked of the list source: statuses by name, each on 1 January of the year, for people living there. */
    public record ListSourceAsked(String operation, List<String> statuses, List<String> postcodes) {}

    /** The rule: a DMN file below {@code mappings/}, a decision in it, and its fixed inputs. */
    public record RuleUsed(String file, String decision, Map<String, String> parameters) {}

    /** Who is served and how: {@code identifier} is {@code insz} or {@code pairwise}, {@code format} csv or xml. */
    public record RecipientServed(String system, String sender, String identifier, String format) {}

    /** Both days included. */
    public record Validity(LocalDate from, LocalDate until) {
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** Something that no public source confirms. */
    public record Assumption(String what, String why) {}
}
