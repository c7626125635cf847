/** What an agreement has done, told to its data-protection officers out of the sealed ledger, without anybody in it. */
package be.zeef.report;
