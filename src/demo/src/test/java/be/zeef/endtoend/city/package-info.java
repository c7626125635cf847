/** What the tests from end to end share: a city with its far ends, the truth about its people, and houses of people who approve. */
package be.zeef.endtoend.city;
