/** The command line: one class per command. Exit codes: 0 done, 1 a finding or refusal, 2 misuse. */
package be.zeef.cli;
