/** The childcare enrolment tool of Heusden-Zolder: the children it may enrol and who has the social tariff. */
package be.zeef.sandbox.childcare;
