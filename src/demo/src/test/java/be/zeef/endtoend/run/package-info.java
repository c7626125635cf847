/** Whole runs of each agreement, from the question to the recipient's receipt, over years and after accidents. */
package be.zeef.endtoend.run;
