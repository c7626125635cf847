/** Education invoicing of Ghent: what it gets and what it answers ({@code mappings/recipients/education}). */
package be.zeef.recipient.education;
