/** {@code zeef schedule}: what runs by itself, when, what became of it, and who paused it. */
package be.zeef.cli.schedule;
