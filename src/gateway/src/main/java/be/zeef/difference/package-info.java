/** What changed between two versions of an agreement, or two agreements, in the words of those who sign them: {@code zeef agreement diff}. */
package be.zeef.difference;
