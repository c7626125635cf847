package be.zeef.proof;

import be.zeef.validation.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What became of one property of one agreement or benefit.
 *
 * @param subject whose: the id of an agreement or benefit
 * @param counted how many cases, facts, changes or messages were looked at
 * @param findings what was counted, and each failure with its smallest counter-example
 * @param table what was enumerated, for the certificate
 */
public record Result(String subject, Property property, long counted, List<Finding> findings, JsonNode table) {

    public Result {
        findings = List.copyOf(findings);
    }

    /** Whether it is proved. */
    public boolean holds() {
        return findings.stream().noneMatch(finding -> finding.severity().refuses());
    }
}
