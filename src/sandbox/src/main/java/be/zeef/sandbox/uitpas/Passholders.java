package be.zeef.sandbox.uitpas;

import be.zeef.sandbox.city.People;
import be.zeef.security.PrivateFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everyone with a pass. Who was changed stands in a file, one whole record a line, the last one counts. */
final class Passholders implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<People> people;
    private final PassholderMaker maker;
    private final BufferedWriter out;
    private final Map<String, ObjectNode> changed = new HashMap<>();
    private final Map<String, String> inszById = new HashMap<>();

    Passholders(Path file, Supplier<People> people, PassholderMaker maker) throws IOException {
        this.people = people;
        this.maker = maker;
        if (Files.exists(file)) {
            try (BufferedReader in = Files.newBufferedReader(file)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    ObjectNode holder = (ObjectNode) JSON.readTree(line);
                    changed.put(holder.path("id").asText(), holder);
                }
            }
        }
        this.out = PrivateFiles.writer(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    Optional<ObjectNode> ofPerson(String insz) {
        if (!insz.matches("\\d{11}")) {
            return Optional.empty();
        }
        ObjectNode known = changed.get(PassholderMaker.idOf(insz));
        return known != null
                ? Optional.of(known.deepCopy())
                : people.get().person(Long.parseLong(insz)).flatMap(maker::of);
    }

    Optional<ObjectNode> ofId(String id) {
        if (inszById.isEmpty()) {
            people.get().everyone().forEach(each -> inszById.put(PassholderMaker.idOf(each.insz()), each.insz()));
        }
        return Optional.ofNullable(inszById.get(id)).flatMap(this::ofPerson);
    }

    Stream<ObjectNode> all() {
        return people.get().everyone().stream().map(People.Person::insz).flatMap(insz -> ofPerson(insz).stream());
    }

    void keep(JsonNode holder) {
        changed.put(holder.path("id").asText(), holder.deepCopy());
        try {
            out.write(holder + "\n");
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
