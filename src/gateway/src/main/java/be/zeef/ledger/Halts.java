package be.zeef.ledger;

import org.jdbi.v3.core.Handle;

/** Whether anything may go on under an agreement: the ledger asks it before each entry that goes on with something. */
@FunctionalInterface
public interface Halts {

    /** For whoever only writes what ended, was refused or is put right. */
    Halts NEVER = (handle, agreement) -> {};

    /**
     * @param handle the transaction that the entry would stand in; the chain's end is locked
     * @param agreement its id, or that of one of its benefits
     * @throws HaltedException when nothing may
     */
    void require(Handle handle, String agreement);
}
