/** {@code zeef ledger}: one class per thing that is done with the record. */
package be.zeef.cli.ledger;
