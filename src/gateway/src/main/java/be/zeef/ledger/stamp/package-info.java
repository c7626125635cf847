/** Time-stamps over the ledger's checkpoints: when each was there, in an authority's word. */
package be.zeef.ledger.stamp;
