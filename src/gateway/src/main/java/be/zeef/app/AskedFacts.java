package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.protocol.DataCategories;
import be.zeef.sieve.FactSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that an agreement has read of its sources' answers, and what each can be. */
public final class AskedFacts {

    private AskedFacts() {}

    /** The names of all that is obtained and sent under it. */
    public static DataCategories categories(Agreement agreement) {
        return DataCategories.of(agreement, of(agreement).domains().keySet());
    }

    public static FactSpace of(Agreement agreement) {
        Map<String, List<String>> domains =
                new LinkedHashMap<>(AdvicePlans.of(agreement).space().domains());
        if (agreement.isListed()) {
            agreement.list().statuses().forEach(status -> domains.put(status.input(), FactSpace.TERNARY));
        }
        agreement.payment().ifPresent(terms -> terms.facts().forEach(fact -> domains.put(fact, FactSpace.TERNARY)));
        return new FactSpace(domains, agreement.rule().parameters());
    }
}
