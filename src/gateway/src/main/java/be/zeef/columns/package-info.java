/** Deliveries in columns: the map of a recipient's columns, read and checked once, and the file that is written by it. */
package be.zeef.columns;
