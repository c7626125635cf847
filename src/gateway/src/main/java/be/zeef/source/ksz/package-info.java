/**
 * The KSZ buffer database, asked about lists of people through MAGDA's batch
 * ({@code SocZek.GeefSociaalStatuutVoorLijst-02.00}). Questions and answers are streams; nothing grows with the list but
 * one byte per person and status.
 */
package be.zeef.source.ksz;
