package be.zeef.source;

import be.zeef.subject.Insz;

/** Is told of every call before and after it is made, so that the ledger has the intent before the wire has the call. */
public interface CallJournal {

    /**
     * A call is about to be made; it may only be made when this returns.
     *
     * @param service such as {@code RegistreerInschrijving-02.00}
     * @param referte the attempt's own reference
     * @return what to hand to {@link #ended}
     */
    long starting(String service, String referte);

    /** The call has ended: {@code code} is {@code OK}, an exception code of the source, or our own word for a failure. */
    void ended(long call, String code);

    /** The same for calls about another person, such as a member of the household: an access of its own. */
    default CallJournal about(Insz person) {
        return this;
    }
}
