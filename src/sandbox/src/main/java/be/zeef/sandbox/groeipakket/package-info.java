/** VUTG, played: monthly files of birth allowances over SFTP, signed and encrypted, of births that never were. */
package be.zeef.sandbox.groeipakket;
