package be.zeef.protocol;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Benefit;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of everything that is obtained of sources and of everything that leaves under an agreement, told from what runs.
 * The agreement's {@code dataCategories} must explain each of them and no other (decree of 18 July 2008 art. 8 §1, 4°).
 *
 * @param obtained facts of sources; of families that are paid also {@code child} and {@code beneficiaries}
 * @param sent what the recipient is told
 */
public record DataCategories(SortedSet<String> obtained, SortedSet<String> sent) {

    /** @param facts the inputs of the rule that are read of sources */
    public static DataCategories of(Agreement agreement, Collection<String> facts) {
        SortedSet<String> obtained = new TreeSet<>(facts);
        agreement.services().forEach(service -> service.household().ifPresent(how -> obtained.add(how.fact())));
        if (agreement.payment().isPresent() && agreement.claims().isEmpty()) {
            obtained.addAll(List.of("child", "beneficiaries"));
        }
        return new DataCategories(obtained, sent(agreement));
    }

    /** What each recipient is told; of a further benefit each name after the benefit's own and a dot. */
    private static SortedSet<String> sent(Agreement agreement) {
        SortedSet<String> sent = new TreeSet<>();
        agreement.claims().ifPresent(terms -> sent.add("reference"));
        agreement.benefits().forEach(benefit -> told(benefit).forEach(name -> sent.add(named(benefit, name))));
        return sent;
    }

    /** How an item is called that this benefit's recipient is told. */
    static String named(Benefit benefit, String item) {
        return benefit.name().isEmpty() ? item : benefit.name() + "." + item;
    }

    /** The names of what this benefit's recipient is told, without the benefit's. */
    static SortedSet<String> told(Benefit benefit) {
        SortedSet<String> told = new TreeSet<>();
        switch (benefit.recipient().system()) {
            case "payment" -> told.addAll(List.of("name", "account", "amount"));
            case "counter" -> {
                told.add("outcome");
                told.addAll(benefit.flags().keySet());
            }
            case "uitpas" -> {
                told.addAll(List.of("outcome", benefit.recipient().identifier()));
                told.addAll(benefit.flags().keySet());
            }
            default -> {
                told.add(benefit.recipient().identifier());
                told.addAll(benefit.flags().keySet());
                told.add("period");
                told.addAll(benefit.recipient().columnNames());
                told.addAll(benefit.recipient().otherKeys().keySet());
            }
        }
        return told;
    }
}
