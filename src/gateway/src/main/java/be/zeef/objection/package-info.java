/** Who objected (GDPR 21) or is restricted (GDPR 18): entered, withdrawn, and told to whoever goes on with something (docs/adr/0034). */
package be.zeef.objection;
