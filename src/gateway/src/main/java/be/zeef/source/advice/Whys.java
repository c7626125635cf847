package be.zeef.source.advice;

import be.zeef.sieve.Cause;
import be.zeef.source.Causes;
import be.zeef.source.SourceAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Why sources said nothing about one subject: for the operator as codes, for the report as one cause. One thread's. */
final class Whys {

    private final Causes meanings;
    private final Set<String> reasons = new TreeSet<>();
    private final Map<String, Cause> causes = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();
    private boolean barred;

    /** @param meanings of the sources' codes */
    Whys(Causes meanings) {
        this.meanings = meanings;
    }

    /** A question goes out. */
    void asked(String service) {
        open.merge(service, 1, Integer::sum);
    }

    /** Its answer is here. */
    void answered(String service, SourceAnswer answer) {
        open.merge(service, -1, Integer::sum);
        if (!answer.code().isEmpty()) {
            reasons.add(service + " " + answer.code());
            causes.merge(service, meanings.of(answer), Cause::or);
            barred |= answer instanceof SourceAnswer.Barred;
        }
    }

    /** Why nothing is known of this service; empty when all its answers said something. */
    Optional<Cause> of(String service) {
        Optional<Cause> late = isOpen(service) ? Optional.of(Cause.NO_ANSWER) : Optional.empty();
        Optional<Cause> said = Optional.ofNullable(causes.get(service));
        return said.map(cause -> late.map(cause::or).orElse(cause)).or(() -> late);
    }

    /** Whether a question that went out is not answered yet. */
    boolean isOpen(String service) {
        return open.getOrDefault(service, 0) > 0;
    }

    boolean barred() {
        return barred;
    }

    /** Codes such as {@code GeefPersoon-02.02 60006}; whoever was not waited for any more is told as that. */
    List<String> reasons() {
        Set<String> all = new TreeSet<>(reasons);
        open.keySet().stream().filter(this::isOpen).forEach(service -> all.add(service + " TOO_LATE"));
        return List.copyOf(all);
    }
}
