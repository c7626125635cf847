/** What {@code zeef agreement} does beside making, showing and approving one: comparing two, and stopping one. */
package be.zeef.cli.agreement;
