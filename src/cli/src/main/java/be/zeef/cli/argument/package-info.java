/** What is typed at a terminal, made into what it means, or refused without being repeated. */
package be.zeef.cli.argument;
