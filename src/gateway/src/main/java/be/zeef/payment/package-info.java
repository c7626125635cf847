/**
 * Payments under an agreement: VUTG's rows become premiums, each child once ever; premiums become transfers; transfers become a file
 * that two people release, each by a signature with their own key ({@code docs/adr/0015}); the bank's answers settle each transfer. What a
 * crash loses stands in {@code docs/states.md}.
 */
package be.zeef.payment;
