package be.zeef.sync;

import be.zeef.subject.Subject;
import java.util.List;

/** A population whose people are asked about one by one. */
public interface Subjects {

    /**
     * Reads them.
     *
     * @throws be.zeef.validation.InvalidMessageException when what it is read from is refused
     */
    Gathering.Read read();

    /** Those who were read; each person once. */
    List<Subject> all();
}
