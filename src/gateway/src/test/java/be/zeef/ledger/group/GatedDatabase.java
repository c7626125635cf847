package be.zeef.ledger.group;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A database whose first turn stands still where a test says, until everybody waits behind it, and that fails where a test says. It keeps
 * texts under the numbers that the turn gives them.
 */
final class GatedDatabase {

    /** Where something may fail. */
    enum Step {
        CONNECT,
        LOCK,
        STORE,
        COMMIT
    }

    /** Says with which SQL state, if any, an attempt fails there, numbered from 1. */
    interface Faults {
        String at(Step step, int attempt);
    }

    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private final AtomicInteger attempts = new AtomicInteger();
    private final JdbcDataSource source = new JdbcDataSource();
    private final Step gate;
    private final Faults faults;
    final GroupCommit<String> group;

    GatedDatabase(Step gate, Faults faults) {
        this.gate = gate;
        this.faults = faults;
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Jdbi.create(source).useHandle(handle -> handle.execute("create table written (id bigint, what varchar(9))"));
        group = new GroupCommit<>("writer", Jdbi.create(this::connect), handle -> {
            pass(Step.LOCK);
            return new TextTurn(handle);
        });
    }

    /** Returns once the first turn stands still. */
    void awaitFirst() throws InterruptedException {
        held.await();
    }

    void open() {
        opened.countDown();
    }

    /** How often a transaction was begun, or would have been. */
    int attempts() {
        return attempts.get();
    }

    List<String> written() {
        return Jdbi.create(source).withHandle(handle -> handle.createQuery("select what from written order by id")
                .mapTo(String.class)
                .list());
    }

    private Connection connect() throws SQLException {
        attempts.incrementAndGet();
        passOrThrow(Step.CONNECT);
        Connection connection = source.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    if (method.getName().equals("commit")) {
                        passOrThrow(Step.COMMIT);
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void pass(Step step) {
        try {
            passOrThrow(step);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void passOrThrow(Step step) throws SQLException {
        if (step == gate && attempts.get() == 1) {
            held.countDown();
            try {
                opened.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        String state = faults.at(step, attempts.get());
        if (state != null) {
            throw new SQLException("as the test says", state);
        }
    }

    private final class TextTurn implements Turn<String> {

        private final List<String> placed = new ArrayList<>();
        private final Handle handle;
        private final long before;

        TextTurn(Handle handle) {
            this.handle = handle;
            this.before = handle.createQuery("select count(*) from written")
                    .mapTo(Long.class)
                    .one();
        }

        @Override
        public long place(String wanted) {
            if (wanted.startsWith("refused")) {
                throw new IllegalArgumentException(wanted);
            }
            placed.add(wanted);
            return before + placed.size();
        }

        @Override
        public void store() {
            pass(Step.STORE);
            for (int i = 0; i < placed.size(); i++) {
                handle.execute("insert into written values (?, ?)", before + i + 1, placed.get(i));
            }
        }
    }
}
