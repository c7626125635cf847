/**
 * VUTG's monthly file of granted birth allowances, XML or CSV, signed and encrypted. The layout is assumed: it lies in
 * {@code mappings/sources/groeipakket}.
 */
package be.zeef.source.groeipakket;
