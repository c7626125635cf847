/**
 * Inscribes people with MAGDA before they are asked about, and ends what nobody needs any more; the table of who is inscribed.
 */
package be.zeef.inscription;
