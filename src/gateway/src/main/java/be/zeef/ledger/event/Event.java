package be.zeef.ledger.event;

/**
 * What the ledger keeps an entry of. The components of a record are the fields of the entry's body, under the same names; days,
 * months and instants stand there as ISO 8601 writes them. None of them is a person's number, a name or a fact: people are
 * pseudonyms, 64 hexadecimal digits under the agreement's key, and digests are SHA-256 in hexadecimal.
 *
 * <p>A name or the order of a list that changes here is another body, and whoever reads old ledgers must know both.
 */
public sealed interface Event permits Note, Intent, DeedOutcome {}
