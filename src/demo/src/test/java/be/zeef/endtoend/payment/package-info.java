/** Payments from VUTG's file to the bank's last word. */
package be.zeef.endtoend.payment;
