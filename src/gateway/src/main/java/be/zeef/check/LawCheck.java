package be.zeef.check;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.SubjectKind;
import be.zeef.agreement.LawChecks;
import be.zeef.agreement.terms.Schedule;
import be.zeef.protocol.KeptThings;
import be.zeef.protocol.SystemsUsed;
import be.zeef.security.reading.Yaml;
import be.zeef.security.reading.YamlException;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.YamlPlaces;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether the half of an agreement that the law asks for (law of 30 July 2018 art. 20; GDPR art. 28, 30 and 35) says what the half
 * that runs does: how long it is in force, how often it is asked, who has data, and what is kept. What is {@linkplain LawChecks#OPEN
 * not known yet} is a warning in the sandbox and an error in production.
 */
final class LawCheck {

    private static final String LEDGER = "ledger";

    private final Agreement agreement;
    private final Findings findings;
    private final JsonNode tree;
    private final YamlPlaces places;

    private LawCheck(Path file, Agreement agreement, Findings findings) throws IOException {
        this.agreement = agreement;
        this.findings = findings;
        try {
            String text = Yaml.text(Files.readAllBytes(file));
            this.tree = Yaml.tree(text);
            this.places = YamlPlaces.of(text);
        } catch (YamlException e) {
            throw new IllegalStateException(file + " was read a moment ago", e);
        }
    }

    static void tell(Path file, Agreement agreement, Realm profile, Findings findings) throws IOException {
        LawCheck check = new LawCheck(file, agreement, findings);
        check.open(check.tree, "", profile);
        check.duration();
        check.periodicity();
        check.parties();
        check.retention();
    }

    private void open(JsonNode node, String pointer, Realm profile) {
        if (node.isTextual() && LawChecks.isOpen(node.asText())) {
            String field = pointer.substring(1).replace('/', '.');
            findings.add(
                    profile == Realm.PRODUCTION
                            ? Finding.error("check.law-open", places.at(pointer), field)
                            : Finding.warning("check.law-open", places.at(pointer), field));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                open(node.get(i), pointer + "/" + i, profile);
            }
        } else {
            node.properties().forEach(each -> open(each.getValue(), pointer + "/" + each.getKey(), profile));
        }
    }

    /** The last day is counted: three years from 1 January end on 31 December. */
    private void duration() {
        LocalDate last = agreement
                .validity()
                .from()
                .plus(Period.parse(tree.at("/duration/length").asText()))
                .minusDays(1);
        tell(
                last.equals(agreement.validity().until()),
                "check.duration",
                "/duration/length",
                last.toString(),
                agreement.validity().until().toString());
    }

    private void periodicity() {
        boolean moments = agreement.isSynced() || agreement.payment().isPresent();
        JsonNode schedule = tree.path("schedule");
        tell(!moments || schedule.isObject(), "check.schedule-missing", "/schedule");
        tell(moments || schedule.isMissingNode(), "check.schedule-idle", "/schedule");
        int times = moments ? agreement.schedule().map(Schedule::timesAYear).orElse(0) : 0;
        tell(
                tree.at("/periodicity/timesAYear").asInt() == times,
                "check.times-a-year",
                "/periodicity/timesAYear",
                Integer.toString(times));
        boolean asked = agreement.isAsked() && agreement.subject() == SubjectKind.PERSON;
        tell(
                tree.at("/periodicity/onRequest").asBoolean() == asked,
                asked ? "check.on-request" : "check.not-on-request",
                "/periodicity/onRequest");
    }

    private void parties() {
        SortedSet<String> used = SystemsUsed.of(agreement);
        SortedSet<String> named = new TreeSet<>();
        List<String> holders = new ArrayList<>(List.of("/parties/sender", "/parties/recipient"));
        for (int i = 0; i < tree.at("/parties/others").size(); i++) {
            holders.add("/parties/others/" + i);
        }
        for (String holder : holders) {
            JsonNode systems = tree.at(holder + "/systems");
            for (int i = 0; i < systems.size(); i++) {
                String system = systems.get(i).asText();
                named.add(system);
                tell(used.contains(system), "check.party-idle", holder + "/systems/" + i, system, all(used));
            }
        }
        for (String system : used) {
            if (!named.contains(system)) {
                findings.add(Finding.warning("check.party-missing", places.at("/parties"), system));
            }
        }
    }

    private void retention() {
        List<String> kept = KeptThings.of(agreement);
        JsonNode told = tree.path("retention");
        kept.forEach(thing -> tell(told.has(thing), "check.retention-missing", "/retention", thing));
        told.fieldNames()
                .forEachRemaining(
                        thing -> tell(kept.contains(thing), "check.retention-idle", "/retention/" + thing, thing));
        agreement
                .retention()
                .longerThan(LEDGER)
                .forEach(thing -> tell(false, "check.retention-ledger-short", "/retention/" + LEDGER, thing));
    }

    private static String all(SortedSet<String> names) {
        return String.join(", ", names);
    }

    private void tell(boolean good, String code, String pointer, String... arguments) {
        if (!good) {
            findings.add(Finding.error(code, places.at(pointer), arguments));
        }
    }
}
