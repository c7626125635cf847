/**
 * Runs a month from VUTG's file to a payment file that waits for its release, and holds the desk where people look at files and release
 * them. {@link be.zeef.payment.run.PaymentOffice} puts it together for one agreement.
 */
package be.zeef.payment.run;
