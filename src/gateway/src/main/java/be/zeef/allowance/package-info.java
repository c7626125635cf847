/** What VUTG says in its monthly file, apart from its format: whose allowance was granted, corrected or cancelled. */
package be.zeef.allowance;
