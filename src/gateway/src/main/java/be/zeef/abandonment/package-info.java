/**
 * Ends a run that people give up, wherever it is: by one person with a reason while nothing of it was handed over, by two people's
 * signatures over the same statement after that ({@code docs/adr/0042}).
 */
package be.zeef.abandonment;
