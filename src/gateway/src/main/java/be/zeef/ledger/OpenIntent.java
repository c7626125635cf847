package be.zeef.ledger;

import be.zeef.ledger.event.Deed;

/**
 * An intent that no outcome follows.
 *
 * @param entry its number
 * @param at when it was written, as the entry says
 * @param notAfter when it can no longer be under way, as an instant; empty where the intent does not say
 * @param name by which its outcome will name it
 */
public record OpenIntent(
        Deed deed, long entry, String at, String notAfter, String agreement, long syncId, String name) {}
