package be.zeef.recipient.payment;

import be.zeef.transfer.TransferRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reasons that a bank gives at one level of its answer. What it writes in its own words is known to be there, and never kept. */
final class GivenReasons {

    private static final String OWN_WORDS = "text";

    private final Reasons table;
    private final List<String> codes = new ArrayList<>();
    private Optional<TransferRefusal> meaning = Optional.empty();

    GivenReasons(Reasons table) {
        this.table = table;
    }

    void code(String code) {
        add(code, table.of(code));
    }

    /** A proprietary reason, or a text: what it says is for a person to read. */
    void ownWords() {
        add(OWN_WORDS, TransferRefusal.PERSON);
    }

    private void add(String word, TransferRefusal means) {
        meaning = Optional.of(meaning.map(before -> before.or(means)).orElse(means));
        if (!codes.contains(word)) {
            codes.add(word);
        }
    }

    /** These, and those of the levels above. */
    GivenReasons with(GivenReasons above) {
        GivenReasons all = new GivenReasons(table);
        all.codes.addAll(codes);
        above.codes.stream().filter(each -> !codes.contains(each)).forEach(all.codes::add);
        all.meaning = meaning.isEmpty()
                ? above.meaning
                : meaning.map(own -> above.meaning.map(own::or).orElse(own));
        return all;
    }

    boolean any() {
        return meaning.isPresent();
    }

    boolean isDuplicate() {
        return meaning.filter(each -> each == TransferRefusal.DUPLICATE).isPresent();
    }

    /** The most cautious of them; a person's where there is none. */
    TransferRefusal meaning() {
        return meaning.orElse(TransferRefusal.PERSON);
    }

    /** The codes, with a space before each. */
    String text() {
        return codes.stream().map(code -> " " + code).reduce("", String::concat);
    }
}
