/** Facts in, flags out: the only way from a source to a recipient. */
package be.zeef.sieve;
