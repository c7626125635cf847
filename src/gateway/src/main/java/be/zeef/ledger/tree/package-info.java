/** The Merkle tree of RFC 6962 over any row of leaves: roots, inclusion and consistency, with memory that does not grow with it. */
package be.zeef.ledger.tree;
