/** Wires who says when the ledger's checkpoints were there. */
package be.zeef.app.stamp;
