/** A recipient's far end: an SFTP server, and what checks, opens and answers each delivery put there. */
package be.zeef.sandbox.delivery;
