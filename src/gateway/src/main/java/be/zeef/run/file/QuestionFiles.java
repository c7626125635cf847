package be.zeef.run.file;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code question}: question files. */
public final class QuestionFiles {

    private static final String COLUMNS = "id, sync_id, kind, file, referte, first, last, attempt, state";

    private QuestionFiles() {}

    /** @param asked who is asked about: sorted pseudonyms, 32 bytes each, so that "who looked me up" can be answered */
    static QuestionFile plan(Handle handle, QuestionFile question, byte[] asked) {
        long id = handle.createUpdate(
                        "insert into question (sync_id, kind, file, referte, first, last, attempt, state, asked)"
                                + " values (:sync, :kind, :file, :referte, :first, :last, :attempt, :state, :asked)")
                .bind("sync", question.syncId())
                .bind("kind", question.kind())
                .bind("file", question.file())
                .bind("referte", question.referte())
                .bind("first", question.first())
                .bind("last", question.last())
                .bind("attempt", question.attempt())
                .bind("state", question.state())
                .bind("asked", asked)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return question.stored(id);
    }

    public static void mark(Handle handle, long id, QuestionFile.State state) {
        handle.createUpdate("update question set state = :state where id = :id")
                .bind("state", state)
                .bind("id", id)
                .execute();
    }

    public static List<QuestionFile> of(Handle handle, long syncId, QuestionFile.Kind kind) {
        return handle.createQuery(
                        "select " + COLUMNS + " from question where sync_id = :sync and kind = :kind order by id")
                .bind("sync", syncId)
                .bind("kind", kind)
                .map(ConstructorMapper.of(QuestionFile.class))
                .list();
    }

    static Optional<QuestionFile> byReferte(Handle handle, String referte) {
        return handle.createQuery("select " + COLUMNS + " from question where referte = :referte")
                .bind("referte", referte)
                .map(ConstructorMapper.of(QuestionFile.class))
                .findOne();
    }

    /** Who was asked about in the files of a run is kept no more; of how many files. */
    public static int forgetAsked(Handle handle, long syncId) {
        return handle.createUpdate("update question set asked = null where sync_id = :sync and asked is not null")
                .bind("sync", syncId)
                .execute();
    }

    /** Whether it is kept who was asked about in any file of a run. */
    public static boolean isAnyAsked(Handle handle, long syncId) {
        return handle.createQuery("select count(*) from question where sync_id = :sync and asked is not null")
                        .bind("sync", syncId)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Who was asked about in the file of this Referte; empty where that is kept no more. */
    public static Optional<AskedList> asked(Handle handle, String referte) {
        return handle.createQuery("select asked from question where referte = :referte and asked is not null")
                .bind("referte", referte)
                .mapTo(byte[].class)
                .map(AskedList::new)
                .findOne();
    }

    /**
     * The references of all files in which somebody was asked about; reads one file's list at a time.
     *
     * @param numbers pseudonyms of all of the person's numbers
     */
    public static List<String> about(Handle handle, Collection<String> numbers) {
        List<byte[]> wanted = numbers.stream().map(HexFormat.of()::parseHex).toList();
        return handle
                .createQuery("select referte from question where asked is not null order by id")
                .mapTo(String.class)
                .list()
                .stream()
                .filter(referte -> asked(handle, referte).stream()
                        .anyMatch(list -> wanted.stream().anyMatch(list::has)))
                .toList();
    }
}
