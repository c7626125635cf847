package be.zeef.recipient;

/**
 * One grant: all that leaves about one household.
 *
 * @param id pairwise pseudonym of household and year: 64 lower-case hexadecimal digits; the same when sent again
 * @param household the recipient's key of the household, in the form its agreement names
 * @param category amount category, a member of the agreement's closed list
 * @param year calendar year of the grant
 */
public record DeliveryLine(String id, String household, String category, int year) {

    @Override
    public String toString() {
        return "DeliveryLine";
    }
}
