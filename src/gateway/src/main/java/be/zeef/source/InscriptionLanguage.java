package be.zeef.source;

import be.zeef.validation.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/** The file variant of inscriptions: many persons in one file, one result per person back. */
public interface InscriptionLanguage {

    /**
     * One file of inscriptions.
     *
     * @param referte at most 20 characters; each person's own Referte is this, a hyphen and the person's place
     */
    record Batch(Inscription kind, String file, String referte, LocalDate begin, PersonList persons) {}

    /** Told the result of each person of a batch, in any order. */
    interface Results {
        void person(int place, InscriptionOutcome outcome);
    }

    /** Which batch was answered, and what validation found. Persons never told of have no result. */
    record Answered(Batch batch, Report report) {}

    void write(Batch batch, OutputStream out) throws IOException;

    /**
     * Reads an answer file in constant memory.
     *
     * @param batches finds the open batch of a Referte (the part before the hyphen)
     * @param results asked once for where to tell the results of that batch
     * @return empty when the file belongs to no open batch
     * @throws be.zeef.validation.InvalidMessageException when the file is cut off or against its schema; results told
     *     before that are to be discarded
     */
    Optional<Answered> read(
            String file, InputStream in, Function<String, Optional<Batch>> batches, Function<Batch, Results> results)
            throws IOException;
}
