/** Reads the files of {@code routes/} as Camel does, and holds every endpoint that they state against Camel's catalogue. */
package be.zeef.check.route;
