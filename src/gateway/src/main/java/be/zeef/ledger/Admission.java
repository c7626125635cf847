package be.zeef.ledger;

import org.jdbi.v3.core.Handle;

/** Whether the ledger takes an entry: asked under the lock of the chain's end, before the entry has its place. */
record Admission(Halts halts, Objectors objectors) {

    /**
     * @throws HaltedException when it goes on with something, and nothing may
     * @throws ObjectedException when it goes on with something about somebody who objected
     */
    void require(Handle handle, String agreement, Draft draft) {
        if (draft.kind().goesOn()) {
            halts.require(handle, agreement);
        }
        if (draft.about()
                .filter(subject -> objectors.has(handle, agreement, subject))
                .isPresent()) {
            throw new ObjectedException();
        }
    }
}
