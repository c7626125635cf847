/** The city's welfare database, as a database server that the gateway reaches over the network. */
package be.zeef.sandbox.ocmw;
