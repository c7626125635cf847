/**
 * What one delivery to a recipient is, and how it is composed: its lines are checked against the contract in a first pass, then written,
 * encrypted and signed as a stream. What a recipient's lines look like, its adapter says.
 */
package be.zeef.packing;
