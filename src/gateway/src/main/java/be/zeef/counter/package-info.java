/**
 * The counter's HTTP API: who asks, may they, and what they are told. Its contract is {@code routes/counter.openapi.yaml}, its
 * route {@code routes/counter.yaml}; the question itself is {@link be.zeef.question}'s.
 */
package be.zeef.counter;
