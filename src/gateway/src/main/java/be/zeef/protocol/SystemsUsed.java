package be.zeef.protocol;

import be.zeef.agreement.Agreement;
import java.util.SortedSet;
import java.util.TreeSet;

/** The systems that have a part in an agreement, by the names that its own {@code sources} and {@code recipient} give them. */
public final class SystemsUsed {

    private SystemsUsed() {}

    /** {@code magda}, {@code ksz}, {@code ocmw}, {@code advice} and {@code groeipakket} are sources; {@code bank} pays out. */
    public static SortedSet<String> of(Agreement agreement) {
        SortedSet<String> used = new TreeSet<>();
        if (agreement.isListed()) {
            used.add("ksz");
        }
        if (isInscribed(agreement)) {
            used.add("magda");
        }
        if (!agreement.measures().isEmpty()) {
            used.add("ocmw");
        }
        if (agreement.advice().remote()) {
            used.add("advice");
        }
        if (agreement.payment().isPresent()) {
            used.add("bank");
            if (agreement.claims().isEmpty()) {
                used.add("groeipakket");
            }
        }
        agreement.benefits().forEach(benefit -> used.add(benefit.recipient().system()));
        return used;
    }

    /** Whether people are inscribed with MAGDA, before a list or a service is asked about them. */
    public static boolean isInscribed(Agreement agreement) {
        return agreement.isListed() || !agreement.services().isEmpty();
    }
}
