/**
 * A run under way and its record: what it runs, how far it is, and what there is to tell. {@code docs/states.md} says what each
 * state loses if the process dies there.
 */
package be.zeef.run;
