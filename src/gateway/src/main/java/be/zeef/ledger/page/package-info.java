/** Tables too long to be held, read page by page, of which the next is read while one is worked on. */
package be.zeef.ledger.page;
