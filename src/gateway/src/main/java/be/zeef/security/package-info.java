/** Keys, signing profiles, TLS and the hardening of XML readers. No key is ever committed: they are made on first use. */
package be.zeef.security;
