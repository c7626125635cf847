/**
 * Who may act on payments, what they signed, and what of it counts ({@code docs/adr/0015}): a file goes to the bank only when two people
 * released it. What stands in the table of signatures is a claim; every signature is verified anew whenever it is to count.
 */
package be.zeef.payment.release;
