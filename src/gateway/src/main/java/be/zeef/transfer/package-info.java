/** What a bank is told and what it answers, apart from any format: batches of transfers, their totals, and the verdict on each. */
package be.zeef.transfer;
