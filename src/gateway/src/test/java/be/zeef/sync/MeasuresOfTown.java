package be.zeef.sync;

import be.zeef.source.OcmwRegister;
import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * The town's register, which notes whom it is asked about.
 *
 * @param measured who has a measure, by number
 * @param asked about whom it was asked
 */
record MeasuresOfTown(Set<String> measured, Set<String> asked) implements OcmwRegister {

    @Override
    public void withMeasure(Set<String> measures, LocalDate on, LongStream people, LongConsumer person) {
        people.forEach(each -> {
            String insz = Insz.ofChecked(each).digits();
            asked.add(insz);
            if (measured.contains(insz)) {
                person.accept(each);
            }
        });
    }

    @Override
    public boolean hasMeasure(Insz person, Set<String> measures, LocalDate on) {
        throw new AssertionError("a run asks about all at once");
    }
}
