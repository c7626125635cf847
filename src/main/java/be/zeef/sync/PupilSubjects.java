package be.zeef.sync;

import be.zeef.subject.PupilReader;
import be.zeef.subject.Subject;
import java.util.List;

/** The enrolled pupils of a file. */
public final class PupilSubjects implements Subjects {

    private final PupilReader reader;
    private List<Subject> pupils = List.of();

    public PupilSubjects(PupilReader reader) {
        this.reader = reader;
    }

    @Override
    public Gathering.Read read() {
        PupilReader.Read read = reader.read();
        pupils = read.pupils();
        return new Gathering.Read(read.fingerprint(), pupils.size(), read.refusedLines(), read.report());
    }

    @Override
    public List<Subject> all() {
        return pupils;
    }
}
