/** What servers of the sandbox got and sent, held against what the ledger says of it. */
package be.zeef.endtoend.wire;
