/** Education invoicing of Ghent: the pupils it knows and the tariff class of each. */
package be.zeef.sandbox.education;
