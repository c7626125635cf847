/** A synthetic city: people who do not exist (test numbers, month 61–72), and the truth about them. */
package be.zeef.sandbox.city;
