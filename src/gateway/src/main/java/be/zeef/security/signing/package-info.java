/**
 * WS-Security: the signing profile of each partner, and the proof that an answer is whole, fresh, signed by the partner and never seen
 * before.
 */
package be.zeef.security.signing;
