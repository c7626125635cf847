/**
 * What wires the gateway: it alone sees every adapter, and gives sources, recipients, runs and desks what each says in its
 * constructor that it needs. Counter and command line ask {@link be.zeef.app.Gateway} for the office they want, and see nothing below it.
 */
package be.zeef.app;
