/** The enrolment tools of Heusden-Zolder, for childcare and for holiday activities: the children they may enrol and who has the social tariff. */
package be.zeef.sandbox.childcare;
