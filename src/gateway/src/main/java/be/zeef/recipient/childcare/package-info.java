/** The childcare enrolment tool of Heusden-Zolder: what it gets and what it answers ({@code mappings/recipients/childcare}). */
package be.zeef.recipient.childcare;
