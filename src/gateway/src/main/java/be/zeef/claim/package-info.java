/**
 * Claims of amounts under a ceiling: a clerk enters what somebody asks for, the agreement's sources say whether that person has the
 * right, and what is granted goes to an association as a payment. See docs/adr/0024.
 */
package be.zeef.claim;
