package be.zeef.difference;

import be.zeef.agreement.Agreements;
import be.zeef.difference.Words.Sentence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Two folders with agreements, each with everything that decides under them. */
public record DifferingFolders(Path earlier, Path later) {

    /**
     * What changed from an agreement of the earlier folder to one of the later.
     *
     * @throws be.zeef.validation.InvalidMessageException when one of them is not there, or breaks a rule of its folder
     */
    public List<Difference> of(String was, String is) {
        return Differences.between(Copy.of(earlier, was), Copy.of(later, is));
    }

    /** The same of every agreement of either, by its id; one that only one of them has is told as a whole. */
    public Map<String, List<Difference>> all() {
        List<String> before = ids(earlier);
        List<String> after = ids(later);
        SortedMap<String, List<Difference>> told = new TreeMap<>();
        before.forEach(id -> told.put(id, after.contains(id) ? of(id, id) : whole("difference.agreement-gone", id)));
        after.stream()
                .filter(id -> !before.contains(id))
                .forEach(id -> told.put(id, whole("difference.agreement-new", id)));
        return told;
    }

    private static List<String> ids(Path home) {
        return new Agreements(home.resolve("mappings")).ids();
    }

    private static List<Difference> whole(String code, String id) {
        return List.of(Difference.of("mappings/agreements/" + id + ".yaml", "", Sentence.of(code, Words.said(id))));
    }
}
