package be.zeef.payment.intake;

import be.zeef.sieve.Outcome;

/**
 * What became of one row of VUTG's when it was entered.
 *
 * @param code of the finding that tells of it; empty when there is nothing to tell
 * @param child whose premium it is, empty when unknown
 * @param stands whether this is now what is known of the allowance; otherwise what was known before stays
 */
record RowResult(Outcome outcome, String code, String child, boolean stands) {

    static RowResult stands(Outcome outcome, String code, String child) {
        return new RowResult(outcome, code, child, true);
    }

    static RowResult beside(Outcome outcome, String code) {
        return new RowResult(outcome, code, "", false);
    }
}
