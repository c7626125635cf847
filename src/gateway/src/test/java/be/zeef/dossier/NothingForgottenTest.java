package be.zeef.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.Recorded;
import be.zeef.ledger.event.EntryKind;
import be.zeef.ledger.event.Event;
import be.zeef.ledger.event.Intent;
import be.zeef.ledger.event.Note;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds an event or a table that knows people is told here that whoever asks about themselves must hear of it. */
class NothingForgottenTest {

    /** What a person's pseudonym stands in. */
    private static final List<String> COLUMNS = List.of("subject", "person", "child", "payee", "member", "number");

    @TempDir
    Path folder;

    static List<Class<?>> eventsOfAPerson() {
        return records(Event.class)
                .filter(event -> Stream.of(event.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("subject")))
                .toList();
    }

    private static Stream<Class<?>> records(Class<?> event) {
        return event.isRecord()
                ? Stream.of(event)
                : Stream.of(event.getPermittedSubclasses()).flatMap(NothingForgottenTest::records);
    }

    @ParameterizedTest
    @MethodSource("eventsOfAPerson")
    void anEventThatNamesAPersonIsTold(Class<?> event) throws ReflectiveOperationException {
        EntryKind kind = kind(event);
        Recorded entry = new Recorded(
                1,
                "2026-07-16T08:00:00.000Z",
                kind.name(),
                "a",
                0,
                JsonNodeFactory.instance.objectNode().put("subject", "s"));

        assertThat(new Telling(entry).of(kind)).isPresent();
    }

    private static EntryKind kind(Class<?> event) throws ReflectiveOperationException {
        Class<?>[] types = Stream.of(event.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        var constructor = event.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        // each with the value that a field of its type has before anything is put there
        Object empty = constructor.newInstance(Stream.of(types)
                .map(type -> Array.get(Array.newInstance(type, 1), 0))
                .toArray());
        return empty instanceof Note note
                ? note.entry()
                : ((Intent<?>) empty).deed().intent();
    }

    @Test
    void someEventsNameAPerson_soThatSilenceMeansSomething() {
        assertThat(eventsOfAPerson()).hasSizeGreaterThan(5);
    }

    /**
     * Each of these is read by {@link Rows} or, of former numbers, {@code KnownAs}; that an objection stands is told by its entries. The
     * numbers of the others are of lines and releases.
     */
    @Test
    void aTableThatKnowsPeopleIsRead() {
        try (Storage storage = TestDatabase.H2.open(folder)) {
            Set<String> tables = storage.jdbi()
                    .withHandle(handle ->
                            new TreeSet<>(handle.createQuery("select lower(table_name) from information_schema.columns"
                                            + " where lower(table_schema) = 'public' and lower(column_name) in (<columns>)"
                                            + " and character_maximum_length = 64")
                                    .bindList("columns", COLUMNS)
                                    .mapTo(String.class)
                                    .map(table -> table.toLowerCase(Locale.ROOT))
                                    .list()));

            assertThat(tables)
                    .containsExactlyInAnyOrder(
                            "allowance",
                            "claim",
                            "decision",
                            "grant_improvement",
                            "grant_member",
                            "grants",
                            "inscription",
                            "objection",
                            "payment",
                            "person_number",
                            "premium");
        }
    }
}
