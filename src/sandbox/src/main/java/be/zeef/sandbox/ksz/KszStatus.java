package be.zeef.sandbox.ksz;

/**
 * A status to answer with instead of an answer.
 *
 * @param newNumber stands beside it as newSSIN; empty for none
 */
public record KszStatus(String value, String code, String newNumber) {

    String text() {
        return KszText.status(value, code, newNumber.isEmpty() ? "" : KszText.information("newSSIN", newNumber));
    }

    @Override
    public String toString() {
        return "KszStatus[" + value + " " + code + "]";
    }
}
