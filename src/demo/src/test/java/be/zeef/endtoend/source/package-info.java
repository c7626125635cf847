/** Sources that answer oddly, late, wrongly or not at all, and what becomes of the people they were asked about. */
package be.zeef.endtoend.source;
