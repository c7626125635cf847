package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever was told that an entry is committed finds it again, whatever kills the process: the call that it announced may have been made. */
class KilledAppendTest {

    @TempDir
    Path folder;

    @Test
    void shouldFindEachEntryThatSomebodyWasToldOf() throws Exception {
        List<String> told = toldUntilKilled(400);

        try (TestLedger open = new TestLedger(folder, Clock.systemUTC())) {
            List<String> found = open.jdbi()
                    .withHandle(handle -> handle.createQuery("select sync_id || ' ' || id from ledger_entry")
                            .mapTo(String.class)
                            .list());
            assertThat(found).containsAll(told);
            assertThat(new LedgerVerifier(open.jdbi()).verify().holds()).isTrue();
        }
    }

    private List<String> toldUntilKilled(int after) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            String line = reader.readLine();
            while (line != null) {
                told.add(line);
                if (told.size() == after) {
                    // not the process itself, whose stream would be closed before it is read
                    process.toHandle().destroyForcibly();
                }
                line = reader.readLine();
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(told).hasSizeGreaterThanOrEqualTo(after);
        // the last line may be half of one
        return told.subList(0, told.size() - 1);
    }
}
