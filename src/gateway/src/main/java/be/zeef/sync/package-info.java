/**
 * One scheduled run of an agreement over its population, in order: read, inscribe, ask, decide, and hand over. {@code docs/states.md}
 * says what each step loses if the process dies there.
 */
package be.zeef.sync;
