package be.zeef.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<ServiceAsked> services,
        List<String> measures,
        RuleUsed rule,
        Map<String, Map<String, Long>> flags,
        Optional<Until> until,
        RecipientServed recipient,
        Validity validity,
        List<Assumption> assumptions,
        Optional<PaymentTerms> payment) {

    public Agreement {
        services = List.copyOf(services);
        measures = List.copyOf(measures);
        flags = Map.copyOf(flags);
        assumptions = List.copyOf(assumptions);
    }

    /** What is asked of the list source: statuses by name, each on 1 January of the year, for people living there. */
    public record ListSourceAsked(String operation, List<String> statuses, List<String> postcodes) {}

    /**
     * What is asked of one service about one person.
     *
     * @param parameters what the question names besides, such as statuses
     * @param inputs the rule's inputs, each with the fact it is made of
     */
    public record ServiceAsked(String service, Map<String, List<String>> parameters, Map<String, FactAsked> inputs) {
        public ServiceAsked {
            parameters = Map.copyOf(parameters);
            inputs = Map.copyOf(inputs);
        }
    }

    /** A fact of a service, as it is or held against a value. */
    public record FactAsked(String fact, Optional<String> is) {}

    /** Until when a yes holds: this day of the year that lies {@code yearsOn} years on. */
    public record Until(int day, int month, int yearsOn) {
        public LocalDate from(LocalDate on) {
            return LocalDate.of(on.getYear() + yearsOn, month, day);
        }
    }

    /** Whether a population is synced under it. */
    public boolean isSynced() {
        return !list.statuses().isEmpty();
    }

    /** Whether single people are asked about under it. */
    public boolean isAsked() {
        return !services.isEmpty();
    }

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
