/**
 * The KSZ's own SOAP endpoint over HTTPS with client certificates: verifies what the federal platform wants signed, validates,
 * and answers from the buffer, signed. Beside it the gateway of Smals, where HTTP says who asks.
 */
package be.zeef.sandbox.ksz;
