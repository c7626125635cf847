package be.zeef.payment;

import be.zeef.sieve.Outcome;

/**
 * What was made of a row.
 *
 * @param code of the finding that tells of it; empty when there is nothing to tell
 * @param child whose premium it is, empty when unknown
 * @param stands whether this is now what is known of the allowance; otherwise what was known before stays
 */
record Made(Outcome outcome, String code, String child, boolean stands) {

    static Made stands(Outcome outcome, String code, String child) {
        return new Made(outcome, code, child, true);
    }

    static Made beside(Outcome outcome, String code) {
        return new Made(outcome, code, "", false);
    }
}
