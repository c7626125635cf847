/** Agreements in production: who approved what, and what an edit afterwards does. */
package be.zeef.endtoend.trust;
