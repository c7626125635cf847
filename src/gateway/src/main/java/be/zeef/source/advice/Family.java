package be.zeef.source.advice;

import be.zeef.sieve.Cause;
import be.zeef.source.SourceFacts;
import be.zeef.source.SourceFacts.Member;
import be.zeef.source.SourceFacts.Role;
import be.zeef.source.advice.AdvicePlan.Of;
import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One subject's household on a day, and who of it counts: everyone of full age, or the subject's parents. Parents are the
 * reference person and that person's partner, where the subject is their child or stepchild; of what age they are changes
 * nothing, and nobody else of the household does. Of a subject in another position (a grandchild, a sibling, one placed with
 * the family or living alone) the household does not tell who the parents are. The household of a parent with whom the subject lives besides is that parent's
 * and the partner's, where that parent heads it. Lives in memory.
 *
 * @param at whose household it is: the subject's own, or a parent's
 */
record Family(SourceFacts facts, AdvicePlan.Household how, Insz subject, Insz at, LocalDate on) {

    /** Those who are asked about; none when nobody can say who they are. */
    List<Insz> who(Of whom) {
        return whom == Of.PARENTS ? parents() : adults();
    }

    /** Whether these are all; otherwise somebody counts who is not asked about. */
    boolean everyone(Of whom) {
        return whom == Of.PARENTS ? isTold() && parents().size() == told().size() : everyAge();
    }

    /** Why nobody can say who they are, or not all of them; empty when somebody can. */
    Optional<Cause> doubt(Of whom) {
        if (whom == Of.PARENTS && !isChild()) {
            return Optional.of(Cause.POSITION);
        }
        return who(whom).isEmpty() || !everyone(whom) ? Optional.of(Cause.HOUSEHOLD) : Optional.empty();
    }

    private List<Insz> adults() {
        return members().stream()
                .filter(member -> member.born()
                        .filter(born -> !born.plusYears(how.adultFrom()).isAfter(on))
                        .isPresent())
                .map(Member::person)
                .distinct()
                .toList();
    }

    /** Everyone who lived there has a number and an age; otherwise somebody may be an adult unasked. */
    private boolean everyAge() {
        return members().size() == facts.count(how.fact())
                && members().stream().allMatch(member -> member.born().isPresent());
    }

    private List<Insz> parents() {
        return isTold()
                ? members().stream()
                        .filter(member -> member.role() == Role.REFERENCE || member.role() == Role.PARTNER)
                        .map(Member::person)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** Whether those who head the household are the subject's parents. */
    private boolean isChild() {
        Set<Role> own = members().stream()
                .filter(member -> member.person().equals(at))
                .map(Member::role)
                .collect(Collectors.toSet());
        return at.equals(subject)
                ? own.equals(Set.of(Role.CHILD))
                : own.equals(Set.of(Role.REFERENCE)) || own.equals(Set.of(Role.PARTNER));
    }

    /** A household has one reference person, who has one partner at most: of two of them nobody knows which is the parent. */
    private boolean isTold() {
        return isChild()
                && facts.numbers(how.fact(), Role.REFERENCE).size() == 1
                && facts.numbers(how.fact(), Role.PARTNER).size() <= 1;
    }

    /** The parents as they are told, also by a number that is none. */
    private Set<String> told() {
        return Stream.of(Role.REFERENCE, Role.PARTNER)
                .flatMap(role -> facts.numbers(how.fact(), role).stream())
                .collect(Collectors.toSet());
    }

    private List<Member> members() {
        return facts.members(how.fact());
    }

    /** Holds people's numbers: it does not show itself. */
    @Override
    public String toString() {
        return "Family";
    }
}
