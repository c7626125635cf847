/** The counter's one question: may this person have it? Facts are asked for in parallel and die at the rule. */
package be.zeef.question;
