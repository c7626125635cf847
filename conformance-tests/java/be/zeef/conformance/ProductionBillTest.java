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
import org.junit.jupiter.api.Test;

/** What runs in production brings neither the sandbox nor the servers that only the sandbox plays. */
class ProductionBillTest {

    private static final Path BILL = Path.of("src/cli/target/zeef-bom.json");

    @Test
    void productionBringsNoSandbox_andNoServerOfItsPartners() throws IOException {
        assumeTrue(Files.exists(BILL), "skipped: a build without the network writes no bill of materials");
        List<String> libraries = new ArrayList<>();
        for (JsonNode component : new ObjectMapper().readTree(BILL.toFile()).path("components")) {
            libraries.add(component.path("name").asText());
        }

        assertThat(libraries)
                .contains("zeef-gateway", "picocli", "camel-ftp", "jsch", "wss4j-ws-security-dom")
                .doesNotContain(
                        "zeef-sandbox", "zeef-demo", "ftpserver-core", "sshd-core", "sshd-sftp", "junit-jupiter-api");
    }
}
