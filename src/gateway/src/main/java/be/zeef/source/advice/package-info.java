/**
 * Asks about one person what an agreement allows, here or at another gateway, and has the rule advise on it. Who asks sees only the
 * advice; an answer that did not come stays unknown to the rule.
 */
package be.zeef.source.advice;
