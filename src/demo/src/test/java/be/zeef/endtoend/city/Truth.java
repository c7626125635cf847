package be.zeef.endtoend.city;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Recomputes from the city's truth what each household should get, sharing nothing with the gateway. */
public final class Truth {

    private static final Set<String> MEASURES = Set.of("CSR", "BB", "BG");

    private Truth() {}

    private static final class House {
        private String told = "";
        private int size;
        private boolean right;
        private boolean doubt;
    }

    /**
     * The households to credit, as {@code household;category}, for a run on a day with the buffer of a refresh: those with a right on
     * the first day of the run's quarter.
     */
    public static TreeSet<String> credits(Path truth, LocalDate on, LocalDate refresh) throws Exception {
        return credits(truth, on, refresh, house -> "");
    }

    /**
     * The same as {@code household;category;year}, and {@code ;wijze;zone} behind it where the register says one of them: as IVAGO keeps
     * it.
     */
    public static TreeSet<String> told(Path truth, LocalDate on, LocalDate refresh) throws Exception {
        return credits(truth, on, refresh, house -> ";" + on.getYear() + house.told);
    }

    private static TreeSet<String> credits(Path truth, LocalDate on, LocalDate refresh, Function<House, String> more)
            throws Exception {
        TreeSet<String> credits = new TreeSet<>();
        houses(truth, on, refresh).forEach((head, house) -> {
            if (house.right) {
                int size = Math.min(house.size, 6);
                credits.add(head + ";C" + (size <= 4 ? size : size == 5 ? 4 : 5) + more.apply(house));
            }
        });
        return credits;
    }

    public static long undetermined(Path truth, LocalDate on, LocalDate refresh) throws Exception {
        return houses(truth, on, refresh).values().stream()
                .filter(house -> !house.right && house.doubt)
                .count();
    }

    private static Map<String, House> houses(Path truth, LocalDate on, LocalDate refresh) throws Exception {
        LocalDate quarter = LocalDate.of(on.getYear(), (on.getMonthValue() - 1) / 3 * 3 + 1, 1);
        Map<String, House> houses = new HashMap<>();
        List<String> rows = Files.readAllLines(truth);
        for (String row : rows.subList(1, rows.size())) {
            String[] f = row.split(";", -1);
            if (f.length > 7 && f[7].equals("OVERLEDEN")) {
                continue; // gets nothing and counts in no household, whatever the sources say
            }
            House house = houses.computeIfAbsent(f[1], head -> new House());
            house.size++;
            house.told = f.length > 9 && !(f[8] + f[9]).isEmpty() ? ";" + f[8] + ";" + f[9] : "";
            boolean left = f[0].isEmpty() || f[7].equals("ONTBREEKT");
            house.doubt |= left;
            boolean status = !left
                    && Rights.run(f[2], f[3], quarter)
                    && !LocalDate.parse(f[2]).isAfter(refresh);
            boolean measure = MEASURES.contains(f[4]) && Rights.run(f[5], f[6], quarter);
            house.right |= status || measure;
        }
        return houses;
    }
}
