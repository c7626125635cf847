package be.zeef.ledger;

import org.jdbi.v3.core.Handle;

/** Whether somebody objected, or is restricted: the ledger asks it before each entry that goes on with something about one person. */
@FunctionalInterface
public interface Objectors {

    /** For whoever only writes what ended, was refused or is put right. */
    Objectors NOBODY = (handle, agreement, subject) -> false;

    /**
     * @param handle the transaction that the entry would stand in
     * @param agreement its id, or that of one of its benefits
     * @param subject the person's pseudonym under it
     * @throws RuntimeException when it cannot be known; nothing goes on then
     */
    boolean has(Handle handle, String agreement, String subject);
}
