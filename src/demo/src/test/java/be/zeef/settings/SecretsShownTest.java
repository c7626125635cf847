package be.zeef.settings;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.OurClasses;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No settings show a secret when they are printed: into a log, an exception, a debugger. Every record that leaves the package is made. */
class SecretsShownTest {

    private static final String SECRET = "MARK-OF-A-SECRET";
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|passphrase|secret|token|credential).*");

    /** Of a JDBC URL drivers take user and password too. */
    private static final Set<String> JDBC = Set.of("Database.url", "OcmwSettings.url");

    static Stream<Class<?>> records() {
        return new ClassFileImporter()
                .withImportOption(new OurClasses()).importPackages("be.zeef.settings").stream()
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(each -> each.isRecord() && Modifier.isPublic(each.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordDoesNotShowIt(Class<?> record) throws Exception {
        Set<String> fed = new TreeSet<>();

        Object made = make(record, fed);

        assertThat(made.toString())
                .as("%s was fed %s", record.getSimpleName(), fed)
                .doesNotContain(SECRET);
    }

    /** Otherwise the test above would hold of records that were fed nothing. */
    @org.junit.jupiter.api.Test
    void everySecretThereIsWasFed() {
        Set<String> fed = new TreeSet<>();
        records().forEach(record -> {
            try {
                make(record, fed);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(fed)
                .contains(
                        "Database.password",
                        "Database.url",
                        "KszSoapSettings.password",
                        "Partner.password",
                        "OcmwSettings.password",
                        "OcmwSettings.url",
                        "Uitpas.clientSecret");
    }

    private static Object make(Class<?> record, Set<String> fed) throws ReflectiveOperationException {
        RecordComponent[] parts = record.getRecordComponents();
        Constructor<?> constructor = record.getDeclaredConstructor(
                Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String name = record.getSimpleName() + "." + parts[i].getName();
            values[i] = value(parts[i].getGenericType(), name, fed);
        }
        return constructor.newInstance(values);
    }

    private static Object value(Type type, String name, Set<String> fed) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType many) {
            Type held = many.getActualTypeArguments()[many.getActualTypeArguments().length - 1];
            Object one = value(held, name, fed);
            return many.getRawType() == Map.class ? Map.of("one", one) : List.of(one);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            boolean secret = SECRET_NAME.matcher(name).matches() || JDBC.contains(name);
            if (secret) {
                fed.add(name);
            }
            return JDBC.contains(name) ? "jdbc:x://host/db?password=" + SECRET : secret ? SECRET : "plain";
        }
        if (plain.isRecord()) {
            return make(plain, fed);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        Map<Class<?>, Object> plainly = Map.of(
                int.class,
                1,
                Integer.class,
                1,
                long.class,
                1L,
                double.class,
                0.5,
                boolean.class,
                true,
                Duration.class,
                Duration.ofDays(1),
                Path.class,
                Path.of("somewhere"));
        if (!plainly.containsKey(plain)) {
            throw new IllegalStateException("teach this test to make a " + plain + " for " + name + "; it makes "
                    + plainly.keySet().stream().map(Class::getSimpleName).collect(Collectors.joining(", ")));
        }
        return plainly.get(plain);
    }
}
