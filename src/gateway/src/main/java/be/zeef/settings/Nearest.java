package be.zeef.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that somebody meant who wrote another. */
final class Nearest {

    /** One sign in so many may differ, and one in any case. */
    private static final int ONE_IN = 3;

    private Nearest() {}

    /** Of these names the one that differs least from what was written; empty when all differ much. */
    static Optional<String> to(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> steps(plain(written), plain(name))
                        <= Math.max(1, Math.max(written.length(), name.length()) / ONE_IN))
                .min(Comparator.comparingInt((String name) -> steps(plain(written), plain(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** How many signs must be added, removed, replaced or changed places with their neighbour. */
    private static int steps(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : least(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int least(int[][] cost, String from, String to, int i, int j) {
        int other = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + other);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
