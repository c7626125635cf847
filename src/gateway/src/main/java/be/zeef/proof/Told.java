package be.zeef.proof;

import be.zeef.agreement.JustifiedFinding;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what fails of one property: of each kind the first that is met, which is the smallest, and how many more there are. What
 * the agreement declares and justifies is told too, and refuses nothing. For one thread.
 */
final class Told {

    private final List<JustifiedFinding> justified;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> more = new LinkedHashMap<>();

    /** @param justified the findings that the agreement declares */
    Told(List<JustifiedFinding> justified) {
        this.justified = justified;
    }

    /** Says something that is no failure. */
    void say(String code, String... arguments) {
        findings.add(Finding.information("proof." + code, Location.WHOLE, arguments));
    }

    /** Says that it is proved, and what was looked at; where something failed, only how much was. */
    void conclude(Property property, String... counted) {
        boolean failed =
                findings.stream().anyMatch(finding -> finding.severity().refuses());
        findings.add(
                0,
                failed
                        ? Finding.information("proof.refuted", Location.WHOLE, property.word(), counted[0])
                        : Finding.information("proof." + property.word(), Location.WHOLE, counted));
    }

    /** A failure of which one counter-example is enough. */
    void failOnce(String code, String... arguments) {
        if (more.merge(code, 1, Integer::sum) == 1) {
            fail(code, arguments);
        }
    }

    /** A failure, the thing it is about first. */
    void fail(String code, String... arguments) {
        findings.add(justified.stream()
                .filter(each -> each.justifies(code, arguments[0]))
                .findFirst()
                .map(each -> Finding.information("proof.justified", Location.WHOLE, code, arguments[0], each.why()))
                .orElseGet(() -> Finding.error("proof." + code, Location.WHOLE, arguments)));
    }

    /** All of it; where a counter-example stands for others, how many those are stands behind it. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>(findings);
        more.forEach((code, times) -> {
            if (times > 1) {
                all.add(Finding.information("proof.more", Location.WHOLE, code, Integer.toString(times - 1)));
            }
        });
        return List.copyOf(all);
    }
}
