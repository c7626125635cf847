/** MAGDA's SOAP endpoint over HTTPS with client certificates: verifies the signature, validates, and answers as MAGDA does. */
package be.zeef.sandbox.soap;
