/**
 * One chain for everything that enters or leaves: modules add findings, a report decides. The same reports come out of
 * an exchange, of {@code zeef check}, of {@code zeef validate} and of the conformance suite.
 */
package be.zeef.validation;
