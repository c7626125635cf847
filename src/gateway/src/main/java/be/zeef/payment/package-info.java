/**
 * Payments under an agreement: VUTG's rows become premiums, each child once ever; premiums become transfers; transfers become a file
 * that two people release, each by a signature with their own key ({@code docs/adr/0015}); the bank's answers settle each transfer. What a
 * crash loses stands in {@code docs/states.md}.
 *
 * <p>Here lies what its rooms share: the tables of premiums, transfers and files, and how people are hidden in them. The rooms:
 *
 * <ul>
 *   <li>{@code intake} enters VUTG's rows;
 *   <li>{@code release} says who signed what and what of it counts;
 *   <li>{@code bank} hands released files over and reads what is answered;
 *   <li>{@code run} puts these in their order, composes files, and holds the desk where people look and release.
 * </ul>
 */
package be.zeef.payment;
