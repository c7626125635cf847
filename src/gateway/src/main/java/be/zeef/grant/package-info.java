/**
 * What subjects are given for a period: remembered once, by a run, at the counter or on a proof, and what of it is still open.
 */
package be.zeef.grant;
