/**
 * Every outside system, played on this machine over its real protocol: MAGDA (FTPS files and signed SOAP over HTTPS),
 * the OCMW database, and the recipients of files (SFTP). It stands apart from the gateway and reads none of its code but
 * settings, keys and numbers, so that a mistake of the gateway is not made twice.
 */
package be.zeef.sandbox;
