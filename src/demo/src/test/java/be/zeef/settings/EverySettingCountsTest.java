package be.zeef.settings;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.OurClasses;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the schema lets an operator set is what the code reads, and the other way round. */
class EverySettingCountsTest {

    private static final JsonNode SCHEMA = schema();

    /** Who starts a gateway names it (docs/approve-an-agreement.md). */
    private static final Set<String> NO_KEY_OF_A_FILE = Set.of("trust.fingerprint");

    private static JsonNode schema() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("src/gateway/src/main/resources/zeef.schema.json")
                            .toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSchemaHasWhatTheSettingsHold_andNothingElse() {
        Set<String> held = new TreeSet<>();
        held("", Settings.class, held);
        Set<String> asked = new TreeSet<>(NO_KEY_OF_A_FILE);
        asked("", SCHEMA, asked);

        assertThat(asked).hasSizeGreaterThan(120).isEqualTo(held);
    }

    private static void held(String at, Type type, Set<String> names) {
        if (type instanceof ParameterizedType many) {
            Type[] of = many.getActualTypeArguments();
            held(at + (many.getRawType() == Map.class ? ".*" : "[]"), of[of.length - 1], names);
        } else if (((Class<?>) type).isRecord()) {
            for (RecordComponent part : ((Class<?>) type).getRecordComponents()) {
                held(at.isEmpty() ? part.getName() : at + "." + part.getName(), part.getGenericType(), names);
            }
        } else {
            names.add(at);
        }
    }

    private static void asked(String at, JsonNode schema, Set<String> names) {
        JsonNode meant =
                schema.has("$ref") ? SCHEMA.at(schema.path("$ref").asText().substring(1)) : schema;
        if (meant.path("additionalProperties").isObject()) {
            asked(at + ".*", meant.path("additionalProperties"), names);
        } else if (meant.has("properties")) {
            meant.path("properties")
                    .properties()
                    .forEach(each ->
                            asked(at.isEmpty() ? each.getKey() : at + "." + each.getKey(), each.getValue(), names));
        } else if (meant.has("items")) {
            asked(at + "[]", meant.path("items"), names);
        } else {
            names.add(at);
        }
    }

    /** Whoever wrote it into the schema and the record only is told here. */
    @Test
    void everySettingIsReadByCode() {
        Set<String> read = new ClassFileImporter()
                .withImportOption(new OurClasses()).importPackages("be.zeef").stream()
                        .flatMap(each -> Stream.<JavaCodeUnitAccess<?>>concat(
                                each.getMethodCallsFromSelf().stream(), each.getMethodReferencesFromSelf().stream()))
                        .filter(call -> ofSettings(call.getTargetOwner()))
                        .filter(call -> !call.getOriginOwner().equals(call.getTargetOwner())
                                || !call.getOrigin().getName().matches("toString|hashCode|equals|withHome"))
                        .map(EverySettingCountsTest::name)
                        .collect(Collectors.toSet());
        Set<String> there = new TreeSet<>();
        new ClassFileImporter()
                .withImportOption(new OurClasses()).importPackages("be.zeef.settings").stream()
                        .filter(EverySettingCountsTest::ofSettings)
                        .forEach(each -> {
                            for (RecordComponent part : each.reflect().getRecordComponents()) {
                                there.add(each.getSimpleName() + "." + part.getName());
                            }
                        });

        there.removeAll(read);
        // read within the record that holds them
        there.removeAll(Set.of(
                "Settings.associations",
                "LedgerSettings.secondPlace",
                "Magda.sender",
                "Magda.senders",
                "PaymentSettings.debtor",
                "PaymentSettings.debtors"));
        assertThat(there).isEmpty();
    }

    private static boolean ofSettings(JavaClass type) {
        return type.getPackageName().equals("be.zeef.settings")
                && type.isAssignableTo(Record.class)
                && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static String name(JavaCodeUnitAccess<?> call) {
        return call.getTargetOwner().getSimpleName() + "." + call.getName();
    }
}
