/**
 * Rows that the ledger vouches for: whoever grants, pays, inscribes or delivers writes a row, and with it, in the same transaction, goes an
 * entry about what that row is from then on. Nobody need think of it: it is done where statements are executed (docs/adr/0033).
 */
package be.zeef.ledger.row;
