package be.zeef.plan;

import be.zeef.agreement.CountsFrom;
import be.zeef.agreement.Padding;
import be.zeef.packing.DeliveryHead;
import be.zeef.source.StatusAsked;
import be.zeef.subject.PopulationColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an agreement tells a run to do; nothing else can be asked or let out.
 *
 * @param benefit under what its runs, grants and deliveries stand: {@link be.zeef.agreement.Benefit#id}
 * @param version hash of the agreement
 * @param list what is asked about everyone at once, where the agreement does so
 * @param measures asked of the welfare database
 * @param parameters fixed inputs of the rule
 * @param granted what is granted, and for which days
 * @param delivered how the recipient is told
 */
public record SyncPlan(
        String agreement,
        String benefit,
        String version,
        Optional<ListPart> list,
        Measures measures,
        Map<String, String> parameters,
        Granted granted,
        Delivered delivered) {

    public SyncPlan {
        parameters = Map.copyOf(parameters);
    }

    /**
     * What is asked of the welfare database.
     *
     * @param codes none when it is not asked
     * @param on the day one of them should be running on
     */
    public record Measures(Set<String> codes, LocalDate on) {
        public Measures {
            codes = Set.copyOf(codes);
        }

        public boolean isEmpty() {
            return codes.isEmpty();
        }
    }

    /** The same for other days. */
    public SyncPlan granting(GrantPeriod period) {
        return new SyncPlan(
                agreement,
                benefit,
                version,
                list,
                measures,
                parameters,
                new Granted(
                        period,
                        new FirstDays(
                                period,
                                granted.firstDays().from(),
                                granted.firstDays().on()),
                        granted.flag(),
                        granted.values(),
                        granted.improves(),
                        granted.ofMembers(),
                        granted.eligibleOnly()),
                delivered);
    }

    /**
     * What is asked of the list source.
     *
     * @param operation what the list source calls the operation
     * @param statuses 1–8, each of another name
     * @param inputs the rule's inputs that their answers are
     * @param households whether people are decided about by household
     * @param online whether it is asked one by one of a source that answers at once, instead of in files
     */
    public record ListPart(
            String operation,
            List<StatusAsked> statuses,
            List<StatusInput> inputs,
            boolean households,
            boolean online) {
        public ListPart {
            statuses = List.copyOf(statuses);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * An input of the rule that a list's answers are.
     *
     * @param statuses the names of those it is made of
     * @param all whether somebody must have all of them, and not any
     */
    public record StatusInput(String name, List<String> statuses, boolean all) {
        public StatusInput {
            statuses = List.copyOf(statuses);
        }
    }

    /**
     * What is granted.
     *
     * @param firstDays on which day of the period each value begins to count
     * @param flag the rule's output whose value is granted; empty where there is only yes
     * @param values those that may be let out; empty where there is only yes
     * @param improves from the best to the least: within the period a value is only replaced by a better one; empty when a
     *     grant is never replaced
     * @param ofMembers whether a household's grant is each of its members', wherever they go in the period
     * @param eligibleOnly whether refusals are counted and not kept
     */
    public record Granted(
            GrantPeriod period,
            FirstDays firstDays,
            String flag,
            Set<String> values,
            List<String> improves,
            boolean ofMembers,
            boolean eligibleOnly) {
        public Granted {
            values = Set.copyOf(values);
            improves = List.copyOf(improves);
        }

        /** Every value counts for the whole period, and a grant is its subject's alone. */
        public Granted(
                GrantPeriod period, String flag, Set<String> values, List<String> improves, boolean eligibleOnly) {
            this(
                    period,
                    new FirstDays(period, CountsFrom.WHOLE_PERIOD, period.from()),
                    flag,
                    values,
                    improves,
                    false,
                    eligibleOnly);
        }

        /**
         * The first day on which this value counts, within the period.
         *
         * @param since from when the right runs that it stands on; empty when nobody says it
         */
        public LocalDate from(String value, Optional<LocalDate> since) {
            return firstDays.of(value, since);
        }

        /** Whether this value may be let out. */
        public boolean allows(String value) {
            return values.isEmpty() ? value.isEmpty() : values.contains(value);
        }

        /** Whether the one is better than the other, so that it replaces it. */
        public boolean isBetter(String value, String than) {
            int rank = improves.indexOf(value);
            int other = improves.indexOf(than);
            return rank >= 0 && other >= 0 && rank < other;
        }
    }

    /**
     * How the recipient is told.
     *
     * @param sender who delivers, such as {@code gent.be}
     * @param columns of the population that go along
     * @param padding what is done so that a delivery's size and presence tell less
     */
    public record Delivered(
            Identifier identifier,
            DeliveryHead.Format format,
            String sender,
            List<PopulationColumn> columns,
            Padding padding) {
        public Delivered {
            columns = List.copyOf(columns);
        }

        /** With nothing of the population. */
        public Delivered(Identifier identifier, DeliveryHead.Format format, String sender) {
            this(identifier, format, sender, List.of(), Padding.NONE);
        }
    }

    /** How a recipient is told who a line is about. */
    public enum Identifier {
        /** The INSZ: the agreement says so. */
        INSZ,
        /** A pseudonym under the agreement's key. */
        PAIRWISE,
        /** The recipient's own key, such as a pupil number. */
        RECIPIENT_KEY
    }
}
