/** Closes what is open at the bank, or with finance, by two people's signatures over the same statement ({@code docs/adr/0015}). */
package be.zeef.payment.closing;
