/**
 * Keys, what is sealed, signed and encrypted with them, and files that are their owner's alone. No key is ever committed: they are made on
 * first use. {@code signing} holds WS-Security, {@code reading} makes the hardened readers of what comes from outside.
 */
package be.zeef.security;
