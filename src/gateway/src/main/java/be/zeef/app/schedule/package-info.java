/** What agreements run by themselves, through the offices that a person would use. */
package be.zeef.app.schedule;
