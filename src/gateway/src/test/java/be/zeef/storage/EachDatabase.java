package be.zeef.storage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** Runs a class on each kind of database: what {@link OnEachDatabase} says. */
final class EachDatabase implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext contract) {
        return true;
    }

    @Override
    public Stream<On> provideClassTemplateInvocationContexts(ExtensionContext contract) {
        return Arrays.stream(TestDatabase.values()).map(On::new);
    }

    private record On(TestDatabase database) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocation) {
            return database.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Emptied(database));
        }
    }

    /** Gives each test the database, with nothing in it. */
    private record Emptied(TestDatabase database)
            implements TestInstancePreConstructCallback, BeforeEachCallback, ParameterResolver {

        private static final ExtensionContext.Namespace OF_TEST = ExtensionContext.Namespace.create(EachDatabase.class);

        /** Before anything asks for it: a test is skipped where there is no such database, and told why. */
        @Override
        public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext test) {
            database.shared();
        }

        @Override
        public void beforeEach(ExtensionContext test) {
            database.empty();
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return given(test).containsKey(parameter.getParameter().getType());
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return given(test).get(parameter.getParameter().getType()).get();
        }

        private Map<Class<?>, Supplier<Object>> given(ExtensionContext test) {
            return Map.of(
                    Jdbi.class, () -> database.shared().jdbi(),
                    Storage.class, database::shared,
                    Meeting.class, () -> new Meeting(database),
                    Handle.class, () -> handle(test));
        }

        /** One for a test, which closes it at its end. */
        private Handle handle(ExtensionContext test) {
            return test.getStore(OF_TEST).computeIfAbsent(Handle.class, any -> database.connect(), Handle.class);
        }

        @Override
        public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
            return ExtensionContextScope.TEST_METHOD;
        }
    }
}
