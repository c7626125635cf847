package be.zeef.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;

/** How one system writes a question about a list of persons and reads its answer, both as streams. */
public interface ListLanguage {

    /**
     * Writes the question in constant memory, once into its schema and then out. The persons may be millions.
     *
     * @throws be.zeef.validation.InvalidMessageException when it is against its schema; nothing was written then
     */
    void write(ListQuestion question, OutputStream out) throws IOException;

    /**
     * Reads an answer in constant memory (beside the cells of its result).
     *
     * @param file name for the report
     * @param asked finds the open question of a Referte
     * @return the answer; empty when it belongs to no open question
     * @throws be.zeef.validation.InvalidMessageException when the file is cut off, no such answer, or against its
     *     schema: nothing of it may be used
     */
    Optional<ListAnswer> read(String file, InputStream in, Function<String, Optional<ListQuestion>> asked)
            throws IOException;
}
