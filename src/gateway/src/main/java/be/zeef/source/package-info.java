/**
 * What the house asks of the systems that know something about people. The adapters below ({@code magda}, {@code ksz},
 * {@code ocmw}) speak each system's own language; they never import each other.
 */
package be.zeef.source;
