/** Puts together what a report on an agreement tells: figures of the ledger, how the agreement stands, what is proved of it. */
package be.zeef.app.report;
