/** What is told of an agreement to its data-protection officers. */
package be.zeef.cli.report;
