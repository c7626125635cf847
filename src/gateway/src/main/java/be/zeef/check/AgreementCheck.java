package be.zeef.check;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.AskedFacts;
import be.zeef.app.Recipients;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.Rule;
import be.zeef.sieve.RuleCases;
import be.zeef.sieve.RuleException;
import be.zeef.sieve.UnreadFacts;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether one agreement can be run: its rule says what its cases say, and its recipient understands what it may be told. */
public final class AgreementCheck {

    private final Agreements agreements;
    private final Path mappings;
    private final String id;
    private final Realm profile;
    private final Findings findings = new Findings();

    private AgreementCheck(Agreements agreements, Path mappings, String id, Realm profile) {
        this.agreements = agreements;
        this.mappings = mappings;
        this.id = id;
        this.profile = profile;
    }

    /** @param mappings the folder of these agreements; its cases lie in {@code conformance-tests/agreements} beside it */
    public static Report of(Agreements agreements, Path mappings, String id) throws IOException {
        return of(agreements, mappings, id, Realm.SANDBOX);
    }

    /** @param profile under which it is to run: in production nothing that the law asks may be open */
    public static Report of(Agreements agreements, Path mappings, String id, Realm profile) throws IOException {
        return new AgreementCheck(agreements, mappings, id, profile).report();
    }

    private Report report() throws IOException {
        String rule = "";
        try {
            Agreement agreement = agreements.load(id);
            Set<String> unread =
                    new TreeSet<>(AskedFacts.of(agreement).domains().keySet());
            for (Agreement each : agreement.perBenefit()) {
                rule = each.rule().file();
                unread.retainAll(cases(each));
                understood(each);
            }
            unread.forEach(fact -> findings.add(Finding.warning("check.fact-unread", Location.path("/sources"), fact)));
            CategoryCheck.tell(agreements.file(agreement.id()), agreement, findings);
            LawCheck.tell(agreements.file(agreement.id()), agreement, profile, findings);
            agreement
                    .assumptions()
                    .forEach(each -> findings.add(
                            Finding.information("check.assumed", Location.WHOLE, each.what(), each.why())));
        } catch (InvalidMessageException e) {
            return e.report();
        } catch (RuleException e) {
            findings.add(FileChecks.rule(rule, e));
        }
        return findings.report(id);
    }

    /** Holds the rule of a benefit against its cases; the facts that it never decides by. */
    private Collection<String> cases(Agreement agreement) throws IOException {
        Rule rule = DmnRule.load(
                mappings.resolve(agreement.rule().file()), agreement.rule().decision());
        RuleCheck.tell(mappings, agreement, findings);
        Collection<String> unread =
                UnreadFacts.of(rule, AskedFacts.of(agreement), facts -> facts.with("gezinsgrootte", 1));
        Path file = mappings.resolveSibling("conformance-tests/agreements")
                .resolve(agreement.benefit().id().replace('/', '.') + ".csv");
        if (!Files.exists(file)) {
            findings.add(Finding.warning(
                    "check.no-cases", Location.WHOLE, "conformance-tests/agreements/" + file.getFileName()));
            return unread;
        }
        RuleCases cases = RuleCases.read(file);
        cases.failures(rule, agreement.rule().parameters())
                .forEach(failure -> findings.add(Finding.error(
                        "check.case",
                        Location.line(failure.line()),
                        file.getFileName().toString(),
                        failure.said())));
        agreement.flags().forEach((flag, values) -> agreed(cases, flag, values));
        return unread;
    }

    /** What the rule gives and the agreement does not name never leaves: then nobody would be granted. */
    private void agreed(RuleCases cases, String flag, Map<String, Long> values) {
        if (!values.isEmpty()) {
            without(cases.expected(flag), values.keySet())
                    .forEach(value -> findings.add(
                            Finding.error("check.value-not-agreed", Location.path("/flags/" + flag), value, flag)));
        }
    }

    private void understood(Agreement agreement) {
        String system = agreement.recipient().system();
        Recipients.in(mappings)
                .values(system)
                .ifPresent(known -> agreement.flags().forEach((flag, values) -> without(values.keySet(), known)
                        .forEach(value -> findings.add(Finding.error(
                                "check.value-not-understood",
                                Location.path("/flags/" + flag),
                                value,
                                system,
                                String.join(", ", known))))));
    }

    private static SortedSet<String> without(Set<String> values, Set<String> known) {
        SortedSet<String> left = new TreeSet<>(values);
        left.removeAll(known);
        return left;
    }
}
