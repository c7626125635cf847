/** Payments in the language of banks: ISO 20022 pain.001 out, pain.002 back, within the SEPA rules. */
package be.zeef.recipient.payment;
