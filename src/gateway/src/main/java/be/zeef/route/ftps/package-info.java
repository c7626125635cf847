/** FTPS as partners' servers want it: one TLS session for the commands and for all data, and a refusal with the server's own words. */
package be.zeef.route.ftps;
