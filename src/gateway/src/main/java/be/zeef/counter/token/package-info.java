/** What the tokens of the issuers that towns have say, whatever claims they say it in. */
package be.zeef.counter.token;
