package be.zeef.subject;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose number it is, told by its month, its third and fourth digit. One table says it for everybody:
 *
 * <table>
 *   <caption>Months</caption>
 *   <tr><th>written</th><th>what it is</th><th>source</th></tr>
 *   <tr><td>00–12</td><td>of the national register</td><td>Royal Decree of 3 April 1984; CommonV3 {@code SsinType}</td></tr>
 *   <tr><td>20–32</td><td>BIS, sex not known</td><td>Royal Decree of 8 February 1991</td></tr>
 *   <tr><td>40–52</td><td>BIS, sex known</td><td>the same</td></tr>
 *   <tr><td>60–72</td><td>a test number: of the register, 60 higher</td>
 *       <td>MAGDA's mock ("TST-numbers", 61–72); CommonV3 "Mock nummer" (60–72)</td></tr>
 *   <tr><td>80–92</td><td>a test number: BIS, 60 higher</td>
 *       <td>assumed, by the same step; of BIS with a known sex it has three digits, so there are none</td></tr>
 * </table>
 *
 * <p>The first of each range, such as 00, 20 or 60, is a month that nobody knows. Other months are of no number there is.
 */
public enum InszKind {
    REGISTER(0, Realm.PRODUCTION),
    BIS_SEX_UNKNOWN(20, Realm.PRODUCTION),
    BIS(40, Realm.PRODUCTION),
    TEST(60, Realm.SANDBOX),
    TEST_BIS(80, Realm.SANDBOX);

    private static final int MONTHS = 12;

    private final int added;
    private final Realm realm;

    InszKind(int added, Realm realm) {
        this.added = added;
        this.realm = realm;
    }

    /** Of the month as it is written, 0–99; empty when no number has such a month. */
    public static Optional<InszKind> of(int writtenMonth) {
        return Stream.of(values())
                .filter(kind -> writtenMonth >= kind.added && writtenMonth <= kind.added + MONTHS)
                .findFirst();
    }

    /** Where numbers of this kind are people. */
    public Realm realm() {
        return realm;
    }

    /** The month of birth, 1–12; 0 where the number does not tell it. */
    public int month(int writtenMonth) {
        return writtenMonth - added;
    }
}
