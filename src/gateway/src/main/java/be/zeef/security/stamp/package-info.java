/** Time-stamps (RFC 3161): what an authority is asked, and what of its answers and tokens is believed. */
package be.zeef.security.stamp;
