/**
 * UiTPAS of publiq, played over HTTPS: its token endpoint, and the operations of API 4.0 that a city's gateway uses, with
 * passholders made from the synthetic city. What it was told stays in a file, so that it survives a restart.
 */
package be.zeef.sandbox.uitpas;
