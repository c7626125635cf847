package be.zeef.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What runs in production brings neither the sandbox nor the servers that only the sandbox plays, and its bill names all of it. */
class ProductionBillTest {

    private static final Path PRODUCTION = Path.of("src/cli/target");

    @Test
    void productionBringsNoSandbox_andNoServerOfItsPartners() throws IOException {
        assumeTrue(Files.isDirectory(PRODUCTION.resolve("lib")), "skipped: only a whole build gathers the libraries");
        assertThat(libraries())
                .anyMatch(library -> library.startsWith("zeef-gateway-"))
                .noneMatch(library -> library.matches("(zeef-sandbox|zeef-demo|ftpserver|sshd|junit|assertj|jqwik).*"));
    }

    @Test
    void theBillNamesEveryLibraryThatIsThere() throws IOException {
        Path bill = PRODUCTION.resolve("zeef-bom.json");
        assumeTrue(Files.exists(bill), "skipped: a build without the network writes no bill of materials");
        List<String> named = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(bill.toFile()).path("components")) {
            named.add(each.path("name").asText() + "-" + each.path("version").asText());
        }

        assertThat(libraries()).isNotEmpty().allMatch(library -> named.stream().anyMatch(library::startsWith));
    }

    private static List<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(PRODUCTION.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
