/** What people do to a run: {@code zeef abandon}. */
package be.zeef.cli.run;
