/** The append-only, hash-chained record of every exchange, decision and delivery. */
package be.zeef.ledger;
