/** An SFTP server of the far ends. */
package be.zeef.sandbox.sftp;
