package be.zeef.ledger.group;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One transaction with what those want written who wait. The lock is taken once. Whatever happens, each of them is told.
 *
 * <ul>
 *   <li>Who is refused is told why, and has no place; the others go on.
 *   <li>Before the lock is held, and when the database is lost, all are told at once: nobody is tried alone.
 *   <li>When the database does not take the values of one of them (SQL:2016 classes 22 and 23), each is tried alone, until it is lost.
 *   <li>When the commit fails, nobody knows what stands, and nothing is tried again.
 * </ul>
 */
final class Group<W> {

    private final Function<Handle, ? extends Turn<W>> lock;
    private final List<Waiting<W>> waiting;
    private final List<Placed<W>> placed = new ArrayList<>();
    private boolean locked;
    private boolean commits;

    Group(Function<Handle, ? extends Turn<W>> lock, List<Waiting<W>> waiting) {
        this.lock = lock;
        this.waiting = waiting;
    }

    private record Placed<W>(Waiting<W> who, long number) {}

    void write(Jdbi jdbi) {
        Optional<Throwable> failure = attempt(jdbi);
        if (failure.filter(this::isOfOneValue).isPresent() && waiting.size() > 1) {
            failure = eachAlone(jdbi);
        }
        failure.ifPresent(this::tell);
    }

    /** Those it places are told when they are committed; of a failure nobody is. */
    private Optional<Throwable> attempt(Jdbi jdbi) {
        try {
            jdbi.useTransaction(this::place);
            placed.forEach(each -> each.who.committed(each.number));
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(failure);
        }
    }

    private void place(Handle handle) {
        Turn<W> turn = lock.apply(handle);
        locked = true;
        for (Waiting<W> each : waiting) {
            try {
                placed.add(new Placed<>(each, turn.place(each.wanted())));
            } catch (RuntimeException why) {
                if (sqlState(why).isPresent()) {
                    throw why;
                }
                each.refused(why);
            }
        }
        turn.store();
        commits = true;
    }

    /** The failure with which the database was lost, for those who were not tried. */
    private Optional<Throwable> eachAlone(Jdbi jdbi) {
        for (Waiting<W> each : waiting) {
            if (!each.isDecided()) {
                Group<W> alone = new Group<>(lock, List.of(each));
                Optional<Throwable> failure = alone.attempt(jdbi);
                failure.ifPresent(alone::tell);
                if (failure.isPresent() && !alone.isOfOneValue(failure.get())) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    private void tell(Throwable failure) {
        waiting.forEach(each -> each.failed(failure, commits));
    }

    private boolean isOfOneValue(Throwable failure) {
        return locked
                && !commits
                && sqlState(failure)
                        .filter(state -> state.startsWith("22") || state.startsWith("23"))
                        .isPresent();
    }

    /** Empty text where the database said none; nothing where the failure is not the database's. */
    private static Optional<String> sqlState(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .map(each ->
                        Optional.ofNullable(((SQLException) each).getSQLState()).orElse(""));
    }
}
