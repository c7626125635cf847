/** What an agreement says of itself besides what is asked and given under it. */
package be.zeef.agreement.terms;
