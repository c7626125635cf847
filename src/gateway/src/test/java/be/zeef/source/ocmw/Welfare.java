package be.zeef.source.ocmw;

import be.zeef.settings.OcmwSettings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** A town's welfare database with the view, and people who do not exist. */
final class Welfare {

    static final Path JARS = Path.of("target/test-drivers");

    private Welfare() {}

    /** The settings to ask it. */
    static OcmwSettings settings(String url, Path drivers, Map<String, ?> more) {
        Map<String, Object> ocmw = new HashMap<>(Map.of(
                "url", url, "drivers", drivers.toString(), "user", "SA", "password", "", "loginTimeout", "PT2S"));
        ocmw.putAll(more);
        return SettingsFile.read(Path.of("none.yaml"), Map.of("ocmw", ocmw)).ocmw();
    }

    /** This many people, in ascending order of their numbers. */
    static LongStream people(int count) {
        return LongStream.range(0, count).map(Welfare::person).sorted();
    }

    /** Born in a month that no real person has: a test number of the sandbox. */
    static long person(long index) {
        long base = (50 + index / 300_000 % 50) * 10_000_000L
                + (61 + index / 25_000 % 12) * 100_000L
                + (1 + index / 900 % 28) * 1000L
                + 1
                + index % 900;
        return base * 100 + 97 - base % 97;
    }

    static void fill(Connection connection, LongStream people) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table dossier (insz char(11), maatregel varchar(20), begin date, einde date)");
            statement.execute("create view zeef_maatregel as select insz, maatregel, begin, einde from dossier");
        }
        try (var insert =
                connection.prepareStatement("insert into dossier values (?, 'BB', date '2026-01-01', null)")) {
            for (long person : people.toArray()) {
                insert.setString(
                        1,
                        Insz.of(String.format("%011d", person), Realm.SANDBOX).digits());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
