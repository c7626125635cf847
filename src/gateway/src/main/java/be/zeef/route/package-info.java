/** The Camel context: loads the routes of {@code routes/}, and the few beans and mailboxes they call. */
package be.zeef.route;
