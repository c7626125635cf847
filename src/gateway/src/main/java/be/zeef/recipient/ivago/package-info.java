/** IVAGO, the waste company of Ghent: what it gets and what it answers ({@code mappings/recipients/ivago}). */
package be.zeef.recipient.ivago;
