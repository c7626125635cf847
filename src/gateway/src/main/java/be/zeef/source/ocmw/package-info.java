/**
 * The local welfare database (OCMW), asked over JDBC through a view of four columns: {@code insz} (eleven digits),
 * {@code maatregel} (code), {@code begin} and {@code einde} (dates, the last day included; no end is null). Any database will do
 * whose JDBC driver lies in the folder of the settings; nobody is waited for longer than they say.
 */
package be.zeef.source.ocmw;
