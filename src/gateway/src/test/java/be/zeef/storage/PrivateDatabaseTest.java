package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.PrivateFiles;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.stream.Stream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that H2 makes beside its database, under whatever umask the tests run with. */
class PrivateDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void shouldMakeEveryKindOfFileForTheOwnerAlone() throws Exception {
        String url =
                "jdbc:h2:retry:" + PrivateDatabase.path(folder.resolve("new/db").toString());
        try (var connection = DriverManager.getConnection(url + ";TRACE_LEVEL_FILE=3", "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("create table t as select x, repeat('y', 3000) as y from system_range(1, 20000)");
            statement.execute("set max_memory_rows 100");
            statement.executeQuery("select * from t order by y, x desc").close();
            statement.execute("shutdown compact");
        }
        try (var again = DriverManager.getConnection(url, "sa", "")) {
            assertThat(again.isValid(1)).isTrue();
        }
        FilePath some = FilePath.get("private:" + folder.resolve("new/db.mv.db"));
        some.createTempFile(".temp.db", false);
        try (OutputStream out =
                FilePath.get("private:" + folder.resolve("new/other")).newOutputStream(false)) {
            out.write(1);
        }

        List<Path> made = all();
        assertThat(made).hasSizeGreaterThan(4);
        assertThat(made).extracting(Path::toString).anyMatch(each -> each.endsWith("db.trace.db"));
        for (Path each : made) {
            assertThat(PrivateFiles.isWide(each)).as("%s", each).isFalse();
        }
    }

    private List<Path> all() throws Exception {
        try (Stream<Path> all = Files.walk(folder.resolve("new"))) {
            return all.toList();
        }
    }
}
