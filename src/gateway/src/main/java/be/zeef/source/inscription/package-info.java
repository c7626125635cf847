/**
 * Inscriptions by file: the variant of RegistreerInschrijving and RegistreerUitschrijving 02.00 that carries many people
 * ({@code …/Service/*.xsd}; contract: magda.md §6). The prefixes of the file names are assumed.
 */
package be.zeef.source.inscription;
