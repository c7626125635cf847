/** {@code zeef objection}: an objection (GDPR 21) or a restriction (GDPR 18) is entered, withdrawn and looked at. */
package be.zeef.cli.objection;
