package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.ServiceAsked;
import be.zeef.agreement.Agreement.Whom;
import be.zeef.agreement.CountsFrom;
import be.zeef.proof.AskedItem;
import be.zeef.source.advice.AdvicePlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every single thing that an agreement asks of its sources, with the inputs of its rules that are made of it, and when it is asked. */
final class AskedItems {

    private static final String OCMW = "ocmw";

    private final Agreement agreement;
    private final List<AskedItem> items = new ArrayList<>();

    private AskedItems(Agreement agreement) {
        this.agreement = agreement;
    }

    static List<AskedItem> of(Agreement agreement) {
        AskedItems asked = new AskedItems(agreement);
        agreement.list().statuses().forEach(status -> status.names()
                .forEach(name -> asked.add(agreement.list().via(), "statuut " + name, Set.of(status.input()))));
        agreement.services().forEach(asked::service);
        agreement.measures().codes().forEach(code -> asked.add(OCMW, "maatregel " + code, Set.of(AdvicePlan.MEASURE)));
        agreement.payment().ifPresent(terms -> new TreeSet<>(terms.facts())
                .forEach(fact -> asked.add("groeipakket", fact, Set.of(fact))));
        return asked.items;
    }

    private void add(String source, String item, Set<String> feeds) {
        items.add(new AskedItem(source, item, feeds));
    }

    private void service(ServiceAsked service) {
        Set<String> family = agreement.services().stream()
                .filter(each -> each.of() != Whom.SUBJECT)
                .flatMap(each -> each.inputs().keySet().stream())
                .collect(Collectors.toSet());
        Map<String, Set<String>> facts = facts(service);
        service.household().ifPresent(how -> facts.put(how.fact(), family));
        add(service.service(), "", all(facts));
        new TreeSet<>(facts.keySet()).forEach(fact -> add(service.service(), fact, facts.get(fact)));
        service.parameters()
                .forEach((name, values) ->
                        values.forEach(value -> add(service.service(), name + " " + value, named(facts, value))));
    }

    /** The facts that are read of its answers, each with the inputs that it goes into. */
    private Map<String, Set<String>> facts(ServiceAsked service) {
        Map<String, Set<String>> facts = new HashMap<>();
        service.inputs().forEach((input, asked) -> {
            asked.read().forEach(fact -> facts.computeIfAbsent(fact, none -> new HashSet<>())
                    .add(input));
            asked.since().ifPresent(since -> facts.put(since, firstDay()));
        });
        return facts;
    }

    /** Since when something is so is needed where a value counts from then, and nowhere else. */
    private Set<String> firstDay() {
        boolean counts = agreement.benefits().stream()
                .map(benefit -> benefit.grants().from())
                .anyMatch(from -> from.usual() == CountsFrom.When.START_OF_RIGHT
                        || from.byValue().containsValue(CountsFrom.When.START_OF_RIGHT));
        return counts ? Set.of(AskedItem.FIRST_DAY) : Set.of();
    }

    /** A value that a question names is needed when a fact of that name is read: {@code statuut.BIM_BVT}. */
    private static Set<String> named(Map<String, Set<String>> facts, String value) {
        return facts.entrySet().stream()
                .filter(fact -> fact.getKey().endsWith("." + value))
                .flatMap(fact -> fact.getValue().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> all(Map<String, Set<String>> facts) {
        return facts.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /**
     * In which round each input is asked about: a list before the welfare database, and what is asked about a household's people
     * service by service, behind what can be asked when only the subject is known.
     */
    static Map<String, Integer> stages(Agreement agreement) {
        Map<String, Integer> stages = new HashMap<>();
        int family = 1;
        for (ServiceAsked service : agreement.services()) {
            if (service.of() != Whom.SUBJECT) {
                family++;
                for (String input : service.inputs().keySet()) {
                    stages.put(input, family);
                }
            }
        }
        boolean listed = agreement.isListed() && !agreement.list().isOnline();
        stages.put(AdvicePlan.MEASURE, listed ? 2 : 1);
        return stages;
    }
}
