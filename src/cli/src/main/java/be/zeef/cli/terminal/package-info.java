/** Where a command's words come from and go to: the terminal it was typed at, which is this process' own or that of somebody who asks a running service. */
package be.zeef.cli.terminal;
