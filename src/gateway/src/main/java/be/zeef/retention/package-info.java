/** What may be kept no longer is removed, and the ledger says what: each table's own room removes its rows. */
package be.zeef.retention;
