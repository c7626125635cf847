/**
 * Commands beside a running {@code zeef serve}, which has the database to itself: whoever types one is let in by the service's door, a socket in the folder of
 * data that only its owner reaches, and the service runs it ({@code docs/adr/0041}).
 */
package be.zeef.cli.service;
