/**
 * Enters VUTG's files: each row becomes a premium with its transfers, a note that something waits for a correction or a person, or
 * nothing. One file is one transaction.
 */
package be.zeef.payment.intake;
