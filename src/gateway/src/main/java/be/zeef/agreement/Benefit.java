package be.zeef.agreement;

import be.zeef.subject.PopulationColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is granted on the answers that an agreement obtains: under one regulation, decided by one rule, told to one recipient.
 * An agreement has one, and may have more on the same answers.
 *
 * @param id under which its runs, grants and deliveries stand: the agreement's id for the agreement's own, and for each
 *     further one that id, a slash and its name, such as {@code heusden-zolder-kinderopvang/vakantie}
 * @param flags each with the values that may be let out
 */
public record Benefit(
        String id,
        RuleUsed rule,
        Map<String, Map<String, Long>> flags,
        Optional<Until> until,
        Grants grants,
        RecipientServed recipient) {

    public Benefit {
        flags = Map.copyOf(flags);
    }

    /** What a further one is called within its agreement; empty for the agreement's own. */
    public String name() {
        int slash = id.indexOf('/');
        return slash < 0 ? "" : id.substring(slash + 1);
    }

    /** The rule: a DMN file below {@code mappings/}, a decision in it, and its fixed inputs. */
    public record RuleUsed(String file, String decision, Map<String, String> parameters) {}

    /**
     * Who is served and how.
     *
     * @param identifier {@code insz}, {@code pairwise}, {@code recipient-key} or {@code none}
     * @param format csv or xml, or of a payment which
     * @param columns of the population that go along
     * @param otherKeys other kinds of the recipient's own keys, each with the column of the population that holds it
     * @param padding what is done so that a delivery's size and presence tell less
     */
    public record RecipientServed(
            String system,
            String sender,
            String identifier,
            String format,
            List<PopulationColumn> columns,
            Map<String, String> otherKeys,
            Padding padding) {
        public RecipientServed {
            columns = List.copyOf(columns);
            otherKeys = Map.copyOf(otherKeys);
        }

        /** With nothing of the population, and one kind of key. */
        public RecipientServed(String system, String sender, String identifier, String format) {
            this(system, sender, identifier, format, List.of(), Map.of(), Padding.NONE);
        }

        /** What the columns of the population that go along are called where they leave. */
        public List<String> columnNames() {
            return columns.stream().map(PopulationColumn::name).toList();
        }
    }

    /**
     * What granting means.
     *
     * @param from from when a value counts within the period
     * @param improves values from the best to the least: within the period one is only replaced by a better one; empty
     *     when a grant is never replaced
     * @param ofMembers whether a household's grant is each of its members', wherever they go in the period
     * @param eligibleOnly whether refusals are counted and not kept
     * @param byHand whether a clerk may grant on a proof
     */
    public record Grants(
            Period period,
            CountsFrom from,
            List<String> improves,
            boolean ofMembers,
            boolean eligibleOnly,
            boolean byHand) {
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
}
