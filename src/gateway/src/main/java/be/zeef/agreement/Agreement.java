package be.zeef.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the machine needs of an agreement. What the law asks besides is checked to be there when it is loaded, and is
 * part of the version.
 *
 * @param version SHA-256 of the {@link Manifest} of all that decides, in hexadecimal
 */
public record Agreement(
        String id,
        String version,
        SubjectKind subject,
        ListSourceAsked list,
        List<ServiceAsked> services,
        List<String> measures,
        AdviceAsked advice,
        RuleUsed rule,
        Map<String, Map<String, Long>> flags,
        Optional<Until> until,
        Grants grants,
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

    /**
     * What is asked of the list source, for people who live there.
     *
     * @param via {@code ksz-list} (MAGDA's files) or {@code ksz-soap} (KSZ itself, one person at a time)
     * @param maximumAge in years, where only younger people are asked about
     */
    public record ListSourceAsked(
            String via, String operation, List<StatusNamed> statuses, List<String> postcodes, OptionalInt maximumAge) {
        public ListSourceAsked {
            statuses = List.copyOf(statuses);
            postcodes = List.copyOf(postcodes);
        }

        /** Whether it answers about one person at once. */
        public boolean isOnline() {
            return via.equals("ksz-soap");
        }
    }

    /**
     * One status of a list.
     *
     * @param on the day it should hold on
     * @param input the rule's input that it is
     */
    public record StatusNamed(String name, StatusDay on, String input) {}

    /** On which day a status should hold, told from the day of the run. */
    public enum StatusDay {
        FIRST_OF_JANUARY,
        FIRST_OF_MONTH,
        DAY_OF_RUN;

        public LocalDate of(LocalDate run) {
            return switch (this) {
                case FIRST_OF_JANUARY -> LocalDate.of(run.getYear(), 1, 1);
                case FIRST_OF_MONTH -> run.withDayOfMonth(1);
                case DAY_OF_RUN -> run;
            };
        }
    }

    /** Whom it is about. */
    public enum SubjectKind {
        /** A household, by its reference person. */
        HOUSEHOLD,
        PERSON,
        /** An enrolled pupil, decided over the adults of the household. */
        PUPIL
    }

    /**
     * What is asked of one service.
     *
     * @param ofAdults whether it is asked about every adult of the household instead of the subject
     * @param yearsBack how many years before the day in question its own day lies
     * @param followReplaced whether a replaced number may be followed to the new one
     * @param parameters what the question names besides, such as statuses
     * @param household when it tells who lives with the subject
     * @param inputs the rule's inputs, each with the facts it is made of
     */
    public record ServiceAsked(
            String service,
            boolean ofAdults,
            int yearsBack,
            boolean followReplaced,
            Map<String, List<String>> parameters,
            Optional<HouseholdAsked> household,
            Map<String, FactAsked> inputs) {
        public ServiceAsked {
            parameters = Map.copyOf(parameters);
            inputs = Map.copyOf(inputs);
        }
    }

    /** Members of the household, by a fact each, and the age in years from which they are adults. */
    public record HouseholdAsked(String fact, int adultFrom) {}

    /**
     * What an input of the rule is made of: a fact as it is or held against a value, or a sum in brackets.
     *
     * @param fact empty for a sum
     * @param sum amounts that are added up; empty for a single fact
     * @param oncePer the fact that names what amounts stand on, counted once
     * @param brackets by name the rule's parameter that holds its limit in whole euro
     */
    public record FactAsked(
            String fact, Optional<String> is, List<String> sum, String oncePer, Map<String, String> brackets) {
        public FactAsked {
            sum = List.copyOf(sum);
            brackets = Map.copyOf(brackets);
        }
    }

    /** Who works out the advice, and under which case it is known there. */
    public record AdviceAsked(boolean remote, String caseId) {}

    /**
     * What granting means.
     *
     * @param improves values from the best to the least: within the period one is only replaced by a better one; empty
     *     when a grant is never replaced
     * @param ofMembers whether a household's grant is each of its members', wherever they go in the period
     * @param eligibleOnly whether refusals are counted and not kept
     * @param byHand whether a clerk may grant on a proof
     */
    public record Grants(
            Period period, List<String> improves, boolean ofMembers, boolean eligibleOnly, boolean byHand) {
        public Grants {
            improves = List.copyOf(improves);
        }
    }

    /** Until when a yes holds: this day of the year that lies {@code yearsOn} years on. */
    public record Until(int day, int month, int yearsOn) {
        public LocalDate from(LocalDate on) {
            return LocalDate.of(on.getYear() + yearsOn, month, day);
        }
    }

    /** How long a grant holds. */
    public enum Period {
        CALENDAR_YEAR,
        /** The school year of the day it is run for, 1 September to 31 August. */
        SCHOOL_YEAR,
        /** The school year that begins next when it is run in July or August, else as SCHOOL_YEAR. */
        NEXT_SCHOOL_YEAR,
        /** From the day it is run for until the day that a flag names. */
        UNTIL,
        /** Once and for all: there is never a second grant. */
        ONCE
    }

    /** Whether a population is synced under it. */
    public boolean isSynced() {
        return isListed() || subject == SubjectKind.PUPIL || recipient.system().equals("uitpas");
    }

    /** Whether the population is asked about as a list. */
    public boolean isListed() {
        return !list.statuses().isEmpty();
    }

    /** Whether single people are asked about under it. */
    public boolean isAsked() {
        boolean listed = isListed() && list.isOnline() && subject == SubjectKind.PERSON;
        return !services.isEmpty() || advice.remote() || listed;
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
