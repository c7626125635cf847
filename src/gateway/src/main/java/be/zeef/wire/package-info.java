/** What went over the wire while a deed was under way, as the ledger keeps it: digests, counts and signers, never content. */
package be.zeef.wire;
