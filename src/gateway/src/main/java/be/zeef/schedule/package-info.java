/**
 * What an agreement runs by itself, and when: its moments, which are computed; what became of each, which is stored and told in the
 * ledger; and the one node among all that runs it (docs/adr/0043).
 */
package be.zeef.schedule;
