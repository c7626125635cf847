package be.zeef.ledger.row;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement that deletes vouched rows, and tells of each before it goes: not every database says afterwards what was deleted. Whatever
 * is bound to the statement is bound to a query of the same rows, too.
 */
final class DeletedRows implements InvocationHandler {

    private static final String BINDS = "set";
    private static final String ADDS = "addBatch";
    private static final String EXECUTES = "execute";

    private final PreparedStatement statement;
    private final RowWrite write;
    private final WrittenRows written;
    private final List<List<Binding>> batch = new ArrayList<>();
    private List<Binding> bound = new ArrayList<>();

    private record Binding(Method method, Object[] arguments) {}

    private DeletedRows(PreparedStatement statement, RowWrite write, WrittenRows written) {
        this.statement = statement;
        this.write = write;
        this.written = written;
    }

    /** The same statement, with this beside it. */
    static PreparedStatement told(PreparedStatement statement, RowWrite write, WrittenRows written) {
        return (PreparedStatement) Proxy.newProxyInstance(
                DeletedRows.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new DeletedRows(statement, write, written));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().startsWith(BINDS) && arguments.length > 1) {
            bound.add(new Binding(method, arguments));
        } else if (method.getName().equals(ADDS)) {
            batch.add(bound);
            bound = new ArrayList<>();
        } else if (method.getName().startsWith(EXECUTES)) {
            if (batch.isEmpty()) {
                batch.add(bound);
            }
            tell();
        }
        return call(statement, method, arguments);
    }

    private void tell() throws Throwable {
        try (PreparedStatement query = statement.getConnection().prepareStatement(write.selects())) {
            for (List<Binding> each : batch) {
                for (Binding binding : each) {
                    call(query, binding.method(), binding.arguments());
                }
                tell(query);
            }
        }
        batch.clear();
        bound = new ArrayList<>();
    }

    private void tell(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                written.add(Row.gone(write.table(), rows));
            }
        }
    }

    private static Object call(PreparedStatement on, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
