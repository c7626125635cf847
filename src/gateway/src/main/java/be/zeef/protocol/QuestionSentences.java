package be.zeef.protocol;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.FactAsked;
import be.zeef.agreement.Agreement.ServiceAsked;
import be.zeef.agreement.Agreement.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is asked of each source, about whom, and as on which day: one sentence for each question that runs. */
final class QuestionSentences {

    private final Agreement agreement;
    private final Wording wording;

    QuestionSentences(Agreement agreement, Wording wording) {
        this.agreement = agreement;
        this.wording = wording;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (SystemsUsed.isInscribed(agreement)) {
            lines.add(wording.of("asked.inscription"));
        }
        agreement.list().statuses().forEach(status -> lines.add(list(status)));
        agreement.services().forEach(service -> lines.addAll(service(service)));
        if (!agreement.measures().isEmpty()) {
            lines.add(wording.of(
                    agreement.isListed() ? "asked.ocmw-list" : "asked.ocmw",
                    wording.all(agreement.measures().codes()),
                    wording.of(agreement.measures().on(), "day")));
        }
        if (agreement.advice().remote()) {
            lines.add(wording.of("asked.advice", agreement.advice().caseId()));
        }
        agreement
                .payment()
                .filter(terms -> agreement.claims().isEmpty())
                .ifPresent(terms -> lines.add(wording.of(
                        "asked.groeipakket",
                        terms.municipality(),
                        wording.all(terms.postcodes()),
                        wording.all(new TreeSet<>(terms.facts()).stream().toList()))));
        return lines;
    }

    private String list(Agreement.StatusNamed status) {
        List<String> only = new ArrayList<>();
        if (!agreement.list().postcodes().isEmpty()) {
            only.add(wording.of("asked.postcodes", wording.all(agreement.list().postcodes())));
        }
        agreement.list().maximumAge().ifPresent(age -> only.add(wording.of("asked.age", Integer.toString(age))));
        String statuses = wording.of(
                status.names().size() == 1 ? "asked.status" : status.all() ? "asked.all-of" : "asked.any-of",
                wording.all(status.names()));
        if (agreement.claims().isPresent()) {
            return wording.of("asked.claim", statuses, wording.of(status.on(), "day"), String.join("", only));
        }
        return wording.of(
                agreement.list().isOnline() ? "asked.ksz" : "asked.list",
                statuses,
                wording.of(status.on(), "day"),
                wording.of(agreement.subject() == SubjectKind.HOUSEHOLD ? "asked.of-members" : "asked.of-people"),
                String.join("", only));
    }

    private List<String> service(ServiceAsked service) {
        List<String> lines = new ArrayList<>();
        service.household()
                .ifPresent(how -> lines.add(
                        how.adultFrom() == 0
                                ? wording.of("asked.parents", service.service())
                                : wording.of("asked.household", service.service(), Integer.toString(how.adultFrom()))));
        if (!service.inputs().isEmpty()) {
            List<String> facts = new TreeMap<>(service.inputs())
                    .values().stream()
                            .flatMap(QuestionSentences::facts)
                            .distinct()
                            .toList();
            lines.add(wording.of(
                    "asked.service",
                    service.service(),
                    wording.all(facts),
                    wording.of(service.of(), "about"),
                    service.yearsBack() == 0
                            ? wording.of("asked.on-day")
                            : wording.of("asked.years-back", Integer.toString(service.yearsBack()))));
        }
        return lines;
    }

    private static Stream<String> facts(FactAsked asked) {
        return asked.sum().isEmpty() ? Stream.of(asked.fact()) : asked.sum().stream();
    }
}
