/** Many who each write one thing under the same lock: written together by one writer, and each told of its own ({@code docs/adr/0036}). */
package be.zeef.ledger.group;
