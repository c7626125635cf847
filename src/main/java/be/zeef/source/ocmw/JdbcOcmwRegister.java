package be.zeef.source.ocmw;

import be.zeef.settings.Settings;
import be.zeef.source.OcmwRegister;
import be.zeef.source.SourceUnavailableException;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** Asks the view for one column, for the named measures and the date, and nothing else. */
public final class JdbcOcmwRegister implements OcmwRegister {

    private static final Pattern VIEW = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]{0,60}");

    private final Settings.Ocmw settings;
    private final Realm realm;

    public JdbcOcmwRegister(Settings.Ocmw settings, Realm realm) {
        if (!VIEW.matcher(settings.view()).matches()) {
            throw new IllegalArgumentException("ocmw.view must be the name of a view");
        }
        this.settings = settings;
        this.realm = realm;
    }

    @Override
    public void withMeasure(Set<String> measures, LocalDate on, LongConsumer person) {
        ask(measures, on, Optional.empty(), person);
    }

    @Override
    public boolean hasMeasure(Insz person, Set<String> measures, LocalDate on) {
        AtomicBoolean found = new AtomicBoolean();
        ask(measures, on, Optional.of(person), insz -> found.set(insz == person.value()));
        return found.get();
    }

    private void ask(Set<String> measures, LocalDate on, Optional<Insz> only, LongConsumer person) {
        Set<String> asked = new TreeSet<>(measures);
        String places = String.join(", ", Collections.nCopies(asked.size(), "?"));
        String query = "select distinct insz from " + settings.view() + " where maatregel in (" + places
                + ") and begin <= ? and (einde is null or einde >= ?)" + (only.isPresent() ? " and insz = ?" : "");
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            int place = 1;
            for (String measure : asked) {
                statement.setString(place++, measure);
            }
            // not as java.sql.Date, which is a moment in the JVM's zone
            statement.setObject(place++, on);
            statement.setObject(place++, on);
            if (only.isPresent()) {
                statement.setString(place, only.get().digits());
            }
            statement.setFetchSize(5000);
            statement.setQueryTimeout((int) settings.timeout().toSeconds());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tell(rows.getString(1), person);
                }
            }
        } catch (SQLException e) {
            throw new SourceUnavailableException(
                    "The OCMW database cannot be asked (SQL state " + e.getSQLState()
                            + "). Check 'ocmw' in the settings and that its view has insz, maatregel, begin, einde.",
                    e);
        }
    }

    /** A row that holds no number of this realm makes the whole answer doubtful: whom it was about is not known. */
    private void tell(String insz, LongConsumer person) {
        if (insz == null || Insz.fault(insz.strip(), realm).isPresent()) {
            throw new SourceUnavailableException(
                    "The OCMW view holds a row whose insz is no valid number. Correct it there; until then the"
                            + " answer is not used.",
                    null);
        }
        person.accept(Insz.of(insz.strip(), realm).value());
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", settings.user());
        login.setProperty("password", settings.password());
        Connection connection = DriverManager.getConnection(settings.url(), login);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }
}
