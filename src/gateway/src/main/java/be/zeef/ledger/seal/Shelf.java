package be.zeef.ledger.seal;

import java.util.List;
import java.util.function.Predicate;

/** Somewhere else, where small files can be put and read again. Thread-safe, and so for several processes: each visit is one's own. */
public interface Shelf {

    /**
     * Goes there, once for all that is to be done there; close it to leave.
     *
     * @throws ShelfException when it is not reached
     */
    Visit visit() throws ShelfException;

    /** Being there. Not thread-safe; ends by itself when what is there stops answering. */
    interface Visit extends AutoCloseable {

        /**
         * The names of what lies there, in no order.
         *
         * @param wanted which of them
         */
        List<String> names(Predicate<String> wanted) throws ShelfException;

        /**
         * What is in a file, up to so many bytes; nothing, where it is not there any more or is no file.
         *
         * @param name one of {@link #names}
         */
        byte[] read(String name, int atMost) throws ShelfException;

        /** Puts a file there: whole or not at all. Where one of this name is, it stays as it is. */
        void put(String name, byte[] content) throws ShelfException;

        @Override
        void close();
    }
}
