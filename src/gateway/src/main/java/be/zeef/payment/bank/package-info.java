/** Hands released files over to the bank, each as the same bytes under the same name, and does what it answers to every transfer. */
package be.zeef.payment.bank;
