/** The gateway's own database: one pool, its migrations, and transactions. H2 by default. */
package be.zeef.storage;
