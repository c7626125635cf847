/**
 * UiTPAS of publiq, API 4.0. {@link be.zeef.recipient.uitpas.UitpasTariffs} grants; below it lie the operations, the calls
 * with their token, and what problems mean ({@code mappings/recipients/uitpas/problems.yaml}). The numbers of people leave
 * this package only in requests, and a passholder's record is held for the instant between reading and writing it.
 */
package be.zeef.recipient.uitpas;
