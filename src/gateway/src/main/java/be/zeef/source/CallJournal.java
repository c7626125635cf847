package be.zeef.source;

import be.zeef.subject.Insz;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stands around every call, so that the ledger has the intent before the wire has the call, and an outcome after it. */
public interface CallJournal {

    /**
     * Makes a call: only when its intent is written, and with an outcome whatever it throws.
     *
     * @param service such as {@code RegistreerInschrijving-02.00}
     * @param referte the attempt's own reference; empty where a source knows none
     * @param code of what came: {@code OK}, an exception code of the source, or our own word for a failure
     * @throws be.zeef.ledger.ObjectedException when whom it is about objected; no call was made then
     */
    <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code);

    /** The same for calls about another person, such as a member of the household: an access of its own. */
    default CallJournal about(Insz person) {
        return this;
    }

    /**
     * The same for calls that ask this.
     *
     * @param facts that the agreement asks for, by name
     * @param parameters what the question has beside the person, by name
     */
    default CallJournal asking(Set<String> facts, Map<String, List<String>> parameters) {
        return this;
    }

    /** The same for calls that end what was begun about this person: who objected is not kept from them. */
    default CallJournal ending() {
        return this;
    }

    /** Whether whom it is about objected, or is restricted, so that no call is made; {@link #around} refuses one, too. */
    default boolean isObjected() {
        return false;
    }
}
