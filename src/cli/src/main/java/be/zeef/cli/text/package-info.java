/** What is printed: the same results as a table or sentences for people, and as JSON for machines. */
package be.zeef.cli.text;
