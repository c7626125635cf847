/**
 * Payments under an agreement: VUTG's rows become premiums, each child once ever; premiums become transfers; transfers become a file
 * that two people release; the bank's answers settle each transfer. What a crash loses stands in {@code docs/states.md}.
 */
package be.zeef.payment;
