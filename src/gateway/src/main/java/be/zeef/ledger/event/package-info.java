/** What the ledger keeps entries of: a sealed set of records, from which the bodies of entries are written. */
package be.zeef.ledger.event;
