package be.zeef.agreement;

import be.zeef.agreement.Benefit.RecipientServed;
import be.zeef.agreement.Benefit.RuleUsed;
import be.zeef.agreement.terms.Assumption;
import be.zeef.agreement.terms.Retention;
import be.zeef.agreement.terms.Schedule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the machine needs of an agreement. What the law asks besides is checked when it is loaded, and part of the version.
 *
 * @param version SHA-256 of the {@link Manifest} of all that decides, in hexadecimal
 * @param benefit what is granted on the answers; where there are several, the one that this is read for
 * @param benefits all that is granted on the same answers, {@code benefit} among them; the agreement's own first
 * @param justified what {@code zeef prove} finds and the agreement declares
 * @param retention how long what is kept may be kept
 * @param schedule when it runs by itself; empty where it runs over nobody
 */
public record Agreement(
        String id,
        String version,
        SubjectKind subject,
        ListSourceAsked list,
        List<ServiceAsked> services,
        MeasuresAsked measures,
        AdviceAsked advice,
        Benefit benefit,
        List<Benefit> benefits,
        Validity validity,
        List<Assumption> assumptions,
        Optional<PaymentTerms> payment,
        Optional<ClaimTerms> claims,
        List<JustifiedFinding> justified,
        Retention retention,
        Optional<Schedule> schedule) {

    public Agreement {
        justified = List.copyOf(justified);
        services = List.copyOf(services);
        benefits = List.copyOf(benefits);
        assumptions = List.copyOf(assumptions);
    }

    /** The same for another of its benefits: what is asked is the same, what follows from it is not. */
    public Agreement of(Benefit other) {
        return new Agreement(
                id,
                version,
                subject,
                list,
                services,
                measures,
                advice,
                other,
                benefits,
                validity,
                assumptions,
                payment,
                claims,
                justified,
                retention,
                schedule);
    }

    /** The agreement once for each of its benefits, in their order. */
    public List<Agreement> perBenefit() {
        return benefits.stream().map(this::of).toList();
    }

    public RuleUsed rule() {
        return benefit.rule();
    }

    public Map<String, Map<String, Long>> flags() {
        return benefit.flags();
    }

    public Optional<Benefit.Until> until() {
        return benefit.until();
    }

    public Benefit.Grants grants() {
        return benefit.grants();
    }

    public RecipientServed recipient() {
        return benefit.recipient();
    }

    /**
     * What is asked of the list source, for people who live there.
     *
     * @param via {@code ksz-list} (MAGDA's files) or {@code ksz-soap} (KSZ itself, one person at a time)
     * @param maximumAge in years, where only younger people are asked about
     * @param refresh when it is refreshed
     */
    public record ListSourceAsked(
            String via,
            String operation,
            List<StatusNamed> statuses,
            List<String> postcodes,
            OptionalInt maximumAge,
            Refresh refresh) {
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
     * What is asked of a list for one input of the rule: one status, any of several, or all of several. Of a household it is so
     * when it is so of one of its members: all of several means that one member has them all.
     *
     * @param all whether somebody must have all of them, and not any
     */
    public record StatusNamed(List<String> names, boolean all, StatusDay on, String input) {
        public StatusNamed {
            names = List.copyOf(names);
        }
    }

    /**
     * What is asked of the welfare database.
     *
     * @param codes of the measures; none when it is not asked
     */
    public record MeasuresAsked(List<String> codes, StatusDay on) {
        public MeasuresAsked {
            codes = List.copyOf(codes);
        }

        public boolean isEmpty() {
            return codes.isEmpty();
        }
    }

    /** The day that something is asked about, for a run or a question of this one. */
    public LocalDate day(StatusDay asked, LocalDate on) {
        return asked.of(on, list.refresh());
    }

    /** Whom it is about. */
    public enum SubjectKind {
        /** A household, by its reference person. */
        HOUSEHOLD,
        PERSON,
        /** An enrolled pupil, decided over others of the household. */
        PUPIL
    }

    /**
     * What is asked of one service.
     *
     * @param yearsBack how many years before the day in question its own day lies
     * @param followReplaced whether a replaced number may be followed to the new one
     * @param parameters what the question names besides, such as statuses
     * @param household when it tells who lives with the subject
     * @param inputs the rule's inputs, each with the facts it is made of
     */
    public record ServiceAsked(
            String service,
            Whom of,
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

    /** Whom a service is asked about. */
    public enum Whom {
        SUBJECT,
        /** Everyone of full age in the subject's household. */
        ADULTS,
        /** The household's reference person and partner, where the subject is their child or stepchild. */
        PARENTS
    }

    /** Members of the household, by a fact each, and the age in years from which they are adults; 0 where nothing asks. */
    public record HouseholdAsked(String fact, int adultFrom) {}

    /**
     * What an input of the rule is made of: a fact as it is or held against a value, or a sum in brackets.
     *
     * @param fact empty for a sum
     * @param since the fact that says from when it is so, where a class counts from then
     * @param sum amounts that are added up; empty for a single fact
     * @param oncePer the fact that names what amounts stand on, counted once
     * @param brackets by name the rule's parameter that holds its limit in whole euro
     */
    public record FactAsked(
            String fact,
            Optional<String> is,
            Optional<String> since,
            List<String> sum,
            String oncePer,
            Map<String, String> brackets) {
        public FactAsked {
            sum = List.copyOf(sum);
            brackets = Map.copyOf(brackets);
        }

        /** The facts that its value is made of: the single one, or the amounts and what they stand on. */
        public List<String> read() {
            return Stream.concat(sum.stream(), Stream.of(sum.isEmpty() ? fact : oncePer))
                    .toList();
        }
    }

    /** Who works out the advice, and under which case it is known there. */
    public record AdviceAsked(boolean remote, String caseId) {}

    /** Whether a population is synced under it. */
    public boolean isSynced() {
        boolean people = subject == SubjectKind.PUPIL || recipient().system().equals("uitpas");
        return claims.isEmpty() && (isListed() || people);
    }

    /** Whether the population is asked about as a list. */
    public boolean isListed() {
        return !list.statuses().isEmpty();
    }

    /** Whether single people are asked about under it. */
    public boolean isAsked() {
        return isListed() && list.isOnline() && subject == SubjectKind.PERSON || !services.isEmpty() || advice.remote();
    }

    /** Both days included. */
    public record Validity(LocalDate from, LocalDate until) {
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }
}
