/** Whom an agreement is about: numbers, households, populations, and the pseudonyms that stand for them at rest. */
package be.zeef.subject;
