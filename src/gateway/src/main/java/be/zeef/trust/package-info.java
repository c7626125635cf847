/**
 * Whom this installation trusts: a signed file that names people and their certificates. Who may write it is not who may be
 * named in it: the operator names its signer at start ({@code docs/adr/0014}).
 */
package be.zeef.trust;
