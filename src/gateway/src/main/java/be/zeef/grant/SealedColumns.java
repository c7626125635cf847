package be.zeef.grant;

import be.zeef.subject.PopulationColumn;
import be.zeef.subject.Vault;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What goes along of the population with a grant, sealed until it is delivered. Each stands under its name, so that an agreement that
 * is changed meanwhile lets out what it says by then and nothing else.
 */
final class SealedColumns {

    // agreements and recipients name no control character, so neither stands in a name or in what leaves
    private static final String BETWEEN = "\u001f";
    private static final char IS = '\u001e';

    private SealedColumns() {}

    /** Null where nothing goes along. */
    static byte[] seal(Map<String, String> columns, Vault vault) {
        return columns.isEmpty()
                ? null
                : vault.seal(new TreeMap<>(columns)
                        .entrySet().stream()
                                .map(each -> each.getKey() + IS + each.getValue())
                                .collect(Collectors.joining(BETWEEN)));
    }

    /**
     * @param sealed null where nothing goes along
     * @param agreed what may leave now
     */
    static Map<String, String> open(byte[] sealed, Collection<PopulationColumn> agreed, Vault vault) {
        Map<String, String> columns = new HashMap<>();
        for (String each :
                sealed == null ? new String[0] : vault.openText(sealed).split(BETWEEN)) {
            String name = each.substring(0, each.indexOf(IS));
            String told = each.substring(each.indexOf(IS) + 1);
            Optional<PopulationColumn> column =
                    agreed.stream().filter(one -> one.name().equals(name)).findFirst();
            if (column.filter(one -> one.allows(told)).isPresent()) {
                columns.put(name, told);
            }
        }
        return columns;
    }

    /**
     * All of it, for the person whom it is about.
     *
     * @param sealed null where nothing goes along
     */
    static SortedMap<String, String> all(byte[] sealed, Vault vault) {
        SortedMap<String, String> columns = new TreeMap<>();
        for (String each :
                sealed == null ? new String[0] : vault.openText(sealed).split(BETWEEN)) {
            columns.put(each.substring(0, each.indexOf(IS)), each.substring(each.indexOf(IS) + 1));
        }
        return columns;
    }
}
