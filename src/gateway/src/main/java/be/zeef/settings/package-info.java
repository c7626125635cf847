/** What the operator sets: {@code zeef.yaml} laid over the built-in defaults. */
package be.zeef.settings;
