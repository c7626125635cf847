package be.zeef.sandbox.city;

import java.util.List;

/**
 * Which city to make; equal options make equal cities.
 *
 * @param households at least 1
 * @param badLines how many of a thousand households get one line that must be refused
 * @param postcodes where its people live
 * @param firstSerial first serial number of its people's numbers, 1–997; cities with serials of their own share nobody
 * @param lastSerial last one, up to 997
 * @param bags whether its register says how a household is given its bags, and where its waste is collected
 */
public record CityOptions(
        int households,
        long seed,
        int badLines,
        List<String> postcodes,
        int firstSerial,
        int lastSerial,
        boolean bags) {

    public CityOptions {
        postcodes = List.copyOf(postcodes);
    }

    /** A Ghent of this size. */
    public static CityOptions ghent(int households, long seed, int badLines) {
        List<String> postcodes =
                List.of("9000", "9030", "9031", "9032", "9040", "9041", "9042", "9050", "9051", "9052");
        return new CityOptions(households, seed, badLines, postcodes, 1, 899, true);
    }

    /** The Heusden-Zolder that goes with a Ghent of this size: it has about an eighth of the households, and here at least 50. */
    public static CityOptions heusdenZolder(int householdsOfGhent, long seed, int badLines) {
        return new CityOptions(Math.max(50, householdsOfGhent / 8), seed, badLines, List.of("3550"), 900, 989, false);
    }
}
