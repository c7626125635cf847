package be.zeef.sandbox.city;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Wingene's children with a Groeipakket, and those who are grown out of it. Made anew at each start and the same for the same seed;
 * {@code truth.csv} tells them: {@code insz;geboren;toeslagVan;toeslagTot;antwoord}. The social supplement runs by whole months, from
 * the first of one to the last of another. {@code ONTBREEKT} is a child whom MAGDA does not know, {@code TWIJFEL} one whose parent is
 * said to be paid the supplement for it while the child's own line does not name it.
 */
public final class Children {

    /** For far ends that know none. */
    public static final Children NONE = new Children(new LinkedHashMap<>());

    /** MAGDA does not know the child. */
    public static final String MISSING = "ONTBREEKT";

    /** The answer says both. */
    public static final String DOUBT = "TWIJFEL";

    private static final int FIRST_YEAR = 2007;
    private static final int LAST_YEAR = 2025;

    /** No other town has these. */
    private static final int FIRST_SERIAL = 990;

    private static final int LAST_SERIAL = 997;
    private static final LocalDate LONG_AGO = LocalDate.of(2025, 10, 1);

    private final Map<Long, Child> byNumber;

    private Children(Map<Long, Child> byNumber) {
        this.byNumber = byNumber;
    }

    /**
     * One child.
     *
     * @param supplement from when until when the social supplement is paid
     * @param answer {@link #MISSING}, {@link #DOUBT}, or empty
     */
    public record Child(String insz, LocalDate born, Optional<Span> supplement, String answer) {
        private String line() {
            return String.join(
                    ";",
                    insz,
                    born.toString(),
                    supplement.map(span -> span.begin().toString()).orElse(""),
                    supplement.flatMap(Span::end).map(LocalDate::toString).orElse(""),
                    answer);
        }

        @Override
        public String toString() {
            return "Child";
        }
    }

    /** Makes so many children, and tells them in this folder. */
    public static Children make(Path folder, int count, long seed) throws IOException {
        TestNumbers numbers = new TestNumbers(FIRST_SERIAL, LAST_SERIAL);
        Map<Long, Child> all = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(List.of("insz;geboren;toeslagVan;toeslagTot;antwoord"));
        for (int i = 0; i < count; i++) {
            String insz = numbers.next(FIRST_YEAR + (int) Math.floorMod(seed + i * 7L, LAST_YEAR - FIRST_YEAR + 1L));
            String answer = i % 23 == 5 ? MISSING : i % 23 == 11 ? DOUBT : "";
            Child child = new Child(insz, TestNumbers.born(insz), supplement(i), answer);
            all.put(Long.parseLong(insz), child);
            lines.add(child.line());
        }
        PrivateFiles.folder(folder);
        PrivateFiles.writeLines(folder.resolve("truth.csv"), lines);
        return new Children(all);
    }

    /** Running on, running out within the year, ended before the summer, beginning after it; of most there is none. */
    private static Optional<Span> supplement(int i) {
        return switch (i % 11) {
            case 1, 5 -> Optional.of(new Span(LONG_AGO, Optional.empty()));
            case 3 -> Optional.of(new Span(LONG_AGO, Optional.of(LocalDate.of(2026, 9, 30))));
            case 7 -> Optional.of(new Span(LONG_AGO, Optional.of(LocalDate.of(2026, 5, 31))));
            case 9 -> Optional.of(new Span(LocalDate.of(2026, 10, 1), Optional.empty()));
            default -> Optional.empty();
        };
    }

    /** Whether MAGDA knows this number as one of theirs. */
    public boolean known(long insz) {
        return child(insz).filter(child -> !child.answer().equals(MISSING)).isPresent();
    }

    public Optional<Child> child(long insz) {
        return Optional.ofNullable(byNumber.get(insz));
    }
}
