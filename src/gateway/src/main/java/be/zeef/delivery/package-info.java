/**
 * Tells recipients of grants: in files that are packed, sent and matched with their receipts, or by a call for each grant.
 */
package be.zeef.delivery;
