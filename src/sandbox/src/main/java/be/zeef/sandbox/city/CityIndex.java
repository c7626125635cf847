package be.zeef.sandbox.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;

/** What the far ends know about each person of the city: eleven bytes each, found by INSZ. */
public final class CityIndex {

    private static final int NO = 0;
    private static final int MISSING = 5;

    private final long[] insz;
    private final byte[] status;
    private final short[] postcode;

    private CityIndex(long[] insz, byte[] status, short[] postcode) {
        this.insz = insz;
        this.status = status;
        this.postcode = postcode;
    }

    /** Reads the folders of these cities, which share nobody: the truth, and from the population where people live. */
    public static CityIndex read(Path... cities) throws IOException {
        long[] packed = new long[1024];
        int count = 0;
        for (Path city : cities) {
            try (BufferedReader in = Files.newBufferedReader(city.resolve("truth.csv"))) {
                in.readLine();
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] fields = line.split(";", -1);
                    if (!fields[0].isEmpty()) {
                        packed = count == packed.length ? Arrays.copyOf(packed, count * 2) : packed;
                        packed[count++] = Long.parseLong(fields[0]) << 3 | code(fields);
                    }
                }
            }
        }
        Arrays.parallelSort(packed, 0, count);
        long[] insz = new long[count];
        byte[] status = new byte[count];
        for (int i = 0; i < count; i++) {
            insz[i] = packed[i] >> 3;
            status[i] = (byte) (packed[i] & 7);
        }
        short[] postcodes = new short[count];
        for (Path city : cities) {
            postcodes(insz, city.resolve("population.csv"), postcodes);
        }
        return new CityIndex(insz, status, postcodes);
    }

    /** Of a line that is wrong in the extract the far ends know what is right in another one. */
    private static void postcodes(long[] insz, Path population, short[] postcodes) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(population)) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split(";", -1);
                int place = fields[0].matches("\\d{11}") ? Arrays.binarySearch(insz, Long.parseLong(fields[0])) : -1;
                if (place >= 0 && postcodes[place] == 0) {
                    postcodes[place] = Short.parseShort(fields[3]);
                }
            }
        }
    }

    /** Where this person lives; empty for someone unknown. */
    String postcode(long person) {
        int place = Arrays.binarySearch(insz, person);
        return place < 0 ? "" : Short.toString(postcode[place]);
    }

    /** 0 no, 1 yes since January, 4 (as 2) since April, 7 (as 3) since July, 5 left out of answers. */
    private static int code(String[] fields) {
        if ("ONTBREEKT".equals(fields[7])) {
            return MISSING;
        }
        // of who has died it says what it said before
        return "1".equals(fields[2]) ? 1 + (LocalDate.parse(fields[3]).getMonthValue() - 1) / 3 : NO;
    }

    public boolean known(long person) {
        return Arrays.binarySearch(insz, person) >= 0;
    }

    /** Whether the buffer leaves this person out of its answers. */
    public boolean leftOut(long person) {
        int place = Arrays.binarySearch(insz, person);
        return place < 0 || status[place] == MISSING;
    }

    /** Whether the buffer knows a yes on this day of refresh. */
    public boolean hasStatus(long person, LocalDate refresh) {
        int place = Arrays.binarySearch(insz, person);
        if (place < 0 || status[place] == NO || status[place] == MISSING) {
            return false;
        }
        int quarter = status[place];
        return refresh.getYear() > 2026 || 1 + (refresh.getMonthValue() - 1) / 3 >= quarter;
    }
}
