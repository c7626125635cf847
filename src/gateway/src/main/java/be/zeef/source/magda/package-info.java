/**
 * MAGDA over signed SOAP. {@link be.zeef.source.magda.MagdaInscriptions#bean} makes the CXF endpoint that
 * {@code routes/magda.yaml} names; the instance itself is joined to the routes when they run.
 */
package be.zeef.source.magda;
