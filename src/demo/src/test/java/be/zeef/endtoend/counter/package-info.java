/** The counter, asked over HTTP as an integration engineer or somebody hostile asks it. */
package be.zeef.endtoend.counter;
