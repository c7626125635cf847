package be.zeef.sandbox.city;

import java.util.Random;

/**
 * How each household is given its bags and where its waste is collected, as the register has it and as it is to reach IVAGO. Of one in
 * five the register says nothing, and of one in five only the zone.
 */
final class WaysAndZones {

    private final boolean known;
    private final Random random;
    private String way = "";
    private String zone = "";

    /** @param known whether the register has these columns */
    WaysAndZones(boolean known, long seed) {
        this.known = known;
        this.random = new Random(seed);
    }

    /** Goes on to the next household. */
    void next(String postcode) {
        int kind = random.nextInt(5);
        way = kind < 2 ? "" : kind == 2 ? "bon" : "krediet";
        zone = kind == 0 ? "" : "Z" + postcode.substring(2);
    }

    /** What follows the register's header. */
    String header() {
        return known ? ";toekenningswijze;ophaalzone" : "";
    }

    /** What follows the register's lines of this household. */
    String columns() {
        return known ? ";" + way + ";" + zone : "";
    }

    String truthHeader() {
        return known ? ";wijze;zone" : "";
    }

    /** What IVAGO is to be told of this household. */
    String truth() {
        String told = way.isEmpty() ? "" : way.equals("bon") ? "VOUCHER" : "CREDIT";
        return known ? ";" + told + ";" + zone : "";
    }
}
