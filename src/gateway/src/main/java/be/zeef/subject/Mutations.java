package be.zeef.subject;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What an extract says has become of people (the register's mutations), as far as it has columns for it.
 *
 * @param deceased INSZ of those who have died, ascending and each once
 * @param replaced by INSZ, the numbers that the same person had before
 */
public record Mutations(long[] deceased, Map<Long, List<Long>> replaced) {

    public static final Mutations NONE = new Mutations(new long[0], Map.of());

    public Mutations {
        deceased = Arrays.stream(deceased).sorted().distinct().toArray();
        replaced = Map.copyOf(replaced);
    }
}
