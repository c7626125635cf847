/**
 * One scheduled run of an agreement over its population: read, inscribe, ask, decide, pack, send, and match the receipts.
 * {@code docs/states.md} says what each step loses if the process dies there.
 */
package be.zeef.sync;
