package be.zeef.sync;

import be.zeef.subject.Subject;
import be.zeef.subject.SubjectsRead;
import java.util.List;
import java.util.function.Supplier;

/** The people of a file. */
public final class FileSubjects implements Subjects {

    private final Supplier<SubjectsRead> reader;
    private List<Subject> people = List.of();

    /** @param reader reads the file when it is asked to */
    public FileSubjects(Supplier<SubjectsRead> reader) {
        this.reader = reader;
    }

    @Override
    public Gathering.Read read() {
        SubjectsRead read = reader.get();
        people = read.subjects();
        return new Gathering.Read(
                read.fingerprint(), people.size(), read.refusedLines(), read.report(), read.mutations());
    }

    @Override
    public List<Subject> all() {
        return people;
    }
}
