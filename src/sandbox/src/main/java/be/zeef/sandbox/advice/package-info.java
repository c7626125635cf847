/**
 * Automatisch Advies, played over HTTPS with mutual TLS: it decides from what the synthetic city's people and its welfare
 * database are. The wire format is assumed ({@code mappings/sources/advice/README.md}).
 */
package be.zeef.sandbox.advice;
