package be.zeef.source.advice;

/**
 * One place on a tax bill where an amount stands: told by however many answers, it is one amount. A joint bill of two earners
 * has a column for each, so the places of one bill that differ by column are two amounts.
 *
 * @param article what the bill is known by, the same for both who share it
 * @param code which amount of the bill, such as {@code inkomen.7555}
 * @param column whose amount on the bill; empty where it has no columns
 */
record TaxBill(String article, String code, String column) {

    /** Says something of a person's income: it does not show itself. */
    @Override
    public String toString() {
        return "TaxBill";
    }
}
