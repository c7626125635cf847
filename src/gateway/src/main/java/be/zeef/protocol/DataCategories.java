package be.zeef.protocol;

import be.zeef.agreement.Agreement;
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
        if (agreement.payment().isPresent()) {
            obtained.addAll(List.of("child", "beneficiaries"));
        }
        return new DataCategories(obtained, sent(agreement));
    }

    private static SortedSet<String> sent(Agreement agreement) {
        SortedSet<String> sent = new TreeSet<>();
        switch (agreement.recipient().system()) {
            case "payment" -> sent.addAll(List.of("name", "account", "amount"));
            case "counter" -> {
                sent.add("outcome");
                sent.addAll(agreement.flags().keySet());
            }
            case "uitpas" -> {
                sent.addAll(List.of("outcome", agreement.recipient().identifier()));
                sent.addAll(agreement.flags().keySet());
            }
            default -> {
                sent.add(agreement.recipient().identifier());
                sent.addAll(agreement.flags().keySet());
                sent.add("period");
            }
        }
        return sent;
    }
}
