/** Signed checkpoints of the ledger's tree, in the database and in a second place that whoever edits the database does not reach. */
package be.zeef.ledger.seal;
