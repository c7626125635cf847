package be.zeef.proof;

import be.zeef.agreement.JustifiedFinding;
import be.zeef.security.Sha256;
import be.zeef.sieve.Outcome;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/**
 * Proves on sample answers that nothing but the declared facts reaches what is decided and told: an answer that is changed anywhere
 * else ({@link Changes}) gives the same decision and the same delivery, to the last byte. Where the change makes an answer that the
 * gateway refuses, because its schema or its envelope does, everything is as if the source had said nothing; those are counted apart.
 */
final class NonInterference {

    private static final byte[] NO_ANSWER = {};

    private final Told told;
    private long changes;
    private long refused;

    private NonInterference(List<JustifiedFinding> justified) {
        told = new Told(justified);
    }

    /**
     * @param samples at least one of every source that is asked
     * @param without the sources that have none
     */
    static Result of(String agreement, List<Sample> samples, List<String> without, List<JustifiedFinding> justified) {
        return new NonInterference(justified).result(agreement, samples, without);
    }

    private Result result(String agreement, List<Sample> samples, List<String> without) {
        ObjectNode table = Shown.object();
        ArrayNode rows = table.putArray("samples");
        without.forEach(source -> told.fail("no-sample", source));
        samples.forEach(sample -> sample(sample, rows));
        told.conclude(
                Property.NON_INTERFERENCE,
                Integer.toString(samples.size()),
                Long.toString(changes),
                Long.toString(refused));
        return new Result(agreement, Property.NON_INTERFERENCE, changes, told.all(), table);
    }

    private void sample(Sample sample, ArrayNode rows) {
        Sample.Reading before = sample.way().of(sample.bytes());
        if (before.decision().outcome() == Outcome.UNDETERMINED) {
            told.fail("sample-undecided", sample.name());
        }
        Counted counted = new Counted();
        Changes all = new Changes(sample);
        Expected expected = new Expected(before, sample.way().of(NO_ANSWER));
        all.each((words, answer) -> look(sample, expected, words, sample.way().of(answer), counted));
        ObjectNode row = rows.addObject();
        row.put("sample", sample.name());
        row.put("sha256", Sha256.hex(sample.bytes()));
        row.put("decision", Shown.words(before.decision()));
        row.set("declared", Shown.texts(sample.declared()));
        row.put("places", all.places());
        row.put("changes", counted.changes);
        row.put("refused", counted.refused);
        changes += counted.changes;
        refused += counted.refused;
    }

    /** Of one sample. */
    private static final class Counted {
        private long changes;
        private long refused;
    }

    /**
     * What a changed answer may give.
     *
     * @param before what the answer gives as it is
     * @param silent what is given when the source says nothing that can be used; the other sources may decide without it
     */
    private record Expected(Sample.Reading before, Sample.Reading silent) {

        boolean isAsIfSilent(Sample.Reading after) {
            return after.refused()
                    && after.decision().outcome() == silent.decision().outcome()
                    && after.decision().flags().equals(silent.decision().flags())
                    && Arrays.equals(after.delivery(), silent.delivery());
        }
    }

    private void look(Sample sample, Expected expected, String words, Sample.Reading after, Counted counted) {
        counted.changes++;
        if (after.equals(expected.before())) {
            return;
        }
        if (expected.isAsIfSilent(after)) {
            counted.refused++;
        } else {
            told.failOnce(
                    "interference",
                    sample.name(),
                    words,
                    Shown.words(expected.before().decision()),
                    Shown.words(after.decision()));
        }
    }
}
