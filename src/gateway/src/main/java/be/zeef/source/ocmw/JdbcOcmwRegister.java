package be.zeef.source.ocmw;

import be.zeef.settings.OcmwSettings;
import be.zeef.settings.SettingsException;
import be.zeef.source.OcmwRegister;
import be.zeef.source.SourceUnavailableException;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Asks the view for one column, for the people asked about, the named measures and the date, and nothing else. People go in
 * batches of bound parameters, each batch of the same size and so of the same statement. Thread-safe.
 */
public final class JdbcOcmwRegister implements OcmwRegister, AutoCloseable {

    /** Most in one list of values: Oracle takes 1,000, SQL Server 2,100 parameters in all. */
    static final int BATCH = 1000;

    private static final Pattern VIEW = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,60}");

    private final OcmwSettings settings;
    private final Realm realm;
    private final OcmwDatabase database;

    public JdbcOcmwRegister(OcmwSettings settings, Realm realm) {
        if (!VIEW.matcher(settings.view()).matches()) {
            throw new SettingsException("ocmw.view must be the name of a view: letters, digits, _ and points.");
        }
        this.settings = settings;
        this.realm = realm;
        this.database = new OcmwDatabase(settings);
    }

    /** @throws SettingsException when there is no driver for the database, naming the setting and the folder */
    public void requireDriver() {
        database.driver();
    }

    @Override
    public void withMeasure(Set<String> measures, LocalDate on, LongStream people, LongConsumer person) {
        PrimitiveIterator.OfLong all = people.iterator();
        long[] batch = new long[BATCH];
        while (all.hasNext()) {
            int size = 0;
            while (size < BATCH && all.hasNext()) {
                batch[size++] = all.nextLong();
            }
            Arrays.fill(batch, size, BATCH, batch[0]);
            Arrays.stream(ask(measures, on, batch)).forEach(person);
        }
    }

    @Override
    public boolean hasMeasure(Insz person, Set<String> measures, LocalDate on) {
        return ask(measures, on, new long[] {person.value()}).length > 0;
    }

    private long[] ask(Set<String> measures, LocalDate on, long[] people) {
        try {
            return database.ask(connection -> query(connection, new TreeSet<>(measures), on, people));
        } catch (SQLException e) {
            throw new SourceUnavailableException(
                    "The OCMW database cannot be asked (SQL state " + state(e) + "), or did not answer within "
                            + settings.timeout()
                            + " (ocmw.timeout). Check 'ocmw' in the settings, and that its view has"
                            + " insz, maatregel, begin, einde and an index on insz.",
                    e);
        }
    }

    private long[] query(Connection connection, Set<String> measures, LocalDate on, long[] people) throws SQLException {
        String query = "select distinct insz from " + settings.view() + " where insz in (" + places(people.length)
                + ") and maatregel in (" + places(measures.size())
                + ") and begin <= ? and (einde is null or einde >= ?)";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            int place = 1;
            for (long person : people) {
                statement.setString(place++, Insz.ofChecked(person).digits());
            }
            for (String measure : measures) {
                statement.setString(place++, measure);
            }
            // not as java.sql.Date, which is a moment in the JVM's zone
            statement.setObject(place++, on);
            statement.setObject(place, on);
            statement.setQueryTimeout(Math.max(1, (int) settings.timeout().toSeconds()));
            try (ResultSet rows = statement.executeQuery()) {
                return told(rows, people);
            }
        }
    }

    private static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    /** Whoever is told was asked about; anything else makes the whole answer doubtful, for whom it is about is not known. */
    private long[] told(ResultSet rows, long[] people) throws SQLException {
        long[] sorted = people.clone();
        Arrays.sort(sorted);
        LongStream.Builder told = LongStream.builder();
        while (rows.next()) {
            String insz = Optional.ofNullable(rows.getString(1)).orElse("").strip();
            if (Insz.fault(insz, realm).isPresent()
                    || Arrays.binarySearch(sorted, Insz.of(insz, realm).value()) < 0) {
                throw new SourceUnavailableException(
                        "The OCMW database answered about somebody who was not asked about. Check its view and its"
                                + " driver; until then the answer is not used.",
                        null);
            }
            told.add(Insz.of(insz, realm).value());
        }
        return told.build().toArray();
    }

    private static String state(SQLException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "unknown";
    }

    @Override
    public void close() {
        database.close();
    }
}
