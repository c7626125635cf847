package be.zeef.ledger.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where signed checkpoints are kept beside those of the database, one file for each, named after the number of entries that it seals. It
 * is worth something where whoever edits the database cannot take a file out of it.
 */
public final class SecondPlace {

    /** So many digits that the order of names is that of sizes. */
    private static final String NAME = "%019d.checkpoint";

    private static final Pattern NAMES = Pattern.compile("\\d{19}\\.checkpoint");
    private static final int DIGITS = 19;
    /** Far more than a note has. */
    private static final int LARGEST = 4096;

    private final Shelf shelf;

    public SecondPlace(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * A file of it, not yet looked at.
     *
     * @param size how many entries it says by its name that it seals; one that is no number of a ledger is the largest
     * @param text as much of it as a note may have
     */
    public record Kept(long size, String text) {

        /** Whether it is a checkpoint of so many entries, signed by this key. */
        public boolean isOf(NoteKey key) {
            try {
                return key.read(text).size() == size;
            } catch (ForeignNoteException e) {
                return false;
            }
        }
    }

    /**
     * Goes there; close it to leave.
     *
     * @throws ShelfException when it is not reached
     */
    public Visit visit() throws ShelfException {
        return new Visit(shelf.visit());
    }

    /** All that is there, the smallest first. */
    public List<Kept> all() throws ShelfException {
        try (Visit visit = visit()) {
            return visit.all();
        }
    }

    /** Being there, for one after the other. */
    public static final class Visit implements AutoCloseable {

        private final Shelf.Visit visit;

        private Visit(Shelf.Visit visit) {
            this.visit = visit;
        }

        /** All that is there, the smallest first. */
        public List<Kept> all() throws ShelfException {
            List<Kept> all = new ArrayList<>();
            for (String name : names()) {
                all.add(read(name));
            }
            return all;
        }

        /** That of most entries. */
        public Optional<Kept> newest() throws ShelfException {
            List<String> names = names();
            return names.isEmpty() ? Optional.empty() : Optional.of(read(names.get(names.size() - 1)));
        }

        /** Puts it there: whole or not at all, and not again where it is. */
        public void keep(Note note) throws ShelfException {
            visit.put(NAME.formatted(note.size()), note.text().getBytes(StandardCharsets.UTF_8));
        }

        private List<String> names() throws ShelfException {
            return visit.names(name -> NAMES.matcher(name).matches()).stream()
                    .sorted()
                    .toList();
        }

        private Kept read(String name) throws ShelfException {
            return new Kept(size(name), new String(visit.read(name, LARGEST), StandardCharsets.UTF_8));
        }

        /** Nineteen digits may be more than a long has. */
        private static long size(String name) {
            try {
                return Long.parseLong(name.substring(0, DIGITS));
            } catch (NumberFormatException e) {
                return Long.MAX_VALUE;
            }
        }

        @Override
        public void close() {
            visit.close();
        }
    }
}
