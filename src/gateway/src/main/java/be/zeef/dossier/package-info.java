/**
 * What was done about one person, for that person to know (GDPR art. 15): gathered from the ledger and from what stands in the other
 * rooms' tables, under every agreement and every number, and told in plain words. It looks at everything and changes nothing.
 */
package be.zeef.dossier;
