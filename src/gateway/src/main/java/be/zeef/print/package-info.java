/** Pages that people read: well-formed, alone, and the same on a screen as on paper. */
package be.zeef.print;
