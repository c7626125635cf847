/**
 * How a version of an agreement stands: what follows from its approvals and its days, and what data-protection officers did to it by
 * signature ({@code docs/adr/0032}). Whether anything may go on under it is asked by the ledger, before every entry that goes on with
 * something.
 */
package be.zeef.standing;
