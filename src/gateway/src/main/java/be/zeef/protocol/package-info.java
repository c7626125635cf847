/** What an agreement does, in words that its parties read: made from what runs, never written beside it. */
package be.zeef.protocol;
