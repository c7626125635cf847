package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.endtoend.city.TestCity;
import be.zeef.storage.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsLostTest {

    @TempDir
    Path folder;

    @Test
    void shouldRefuseAndGrantNobodyTwice_whenTheSecretsAreNotTheDatabases() throws Exception {
        try (TestCity city = new TestCity(folder, 60)) {
            city.sync("2026-07-16");
            var credited = city.credited();
            Files.delete(city.settings().keys().resolve("secrets.p12"));

            assertThatThrownBy(() -> city.sync("2026-10-16"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("Restore secrets.p12");
            assertThat(city.credited()).isEqualTo(credited);
        }
    }
}
