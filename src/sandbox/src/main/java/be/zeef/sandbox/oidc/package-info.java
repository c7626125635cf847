/** An OpenID provider: discovery, keys, and tokens for clients and for people, over HTTPS. */
package be.zeef.sandbox.oidc;
