/** IVAGO: an SFTP server, and what checks, opens, credits and answers each delivery put there. */
package be.zeef.sandbox.ivago;
