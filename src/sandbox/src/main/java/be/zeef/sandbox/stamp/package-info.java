/** A time-stamping authority (RFC 3161). */
package be.zeef.sandbox.stamp;
