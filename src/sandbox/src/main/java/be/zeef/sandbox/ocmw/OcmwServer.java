package be.zeef.sandbox.ocmw;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.h2.tools.Server;

/** An H2 server with the view {@code zeef_maatregel}, readable by one user and by nobody else. */
public final class OcmwServer implements AutoCloseable {

    private final Server server;
    private final Connection owner;

    private OcmwServer(Server server, Connection owner) {
        this.server = server;
        this.owner = owner;
    }

    /** Fills the database from the city's truth and opens it on 127.0.0.1; port 0 is any free one. */
    public static OcmwServer start(int port, Path truth, String user, String password)
            throws SQLException, IOException {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        String name = "ocmw-" + Integer.toHexString(truth.toAbsolutePath().hashCode());
        Connection owner = DriverManager.getConnection(
                "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE", "owner", "");
        try (Statement statement = owner.createStatement()) {
            statement.execute("drop all objects");
            statement.execute("create table dossier (insz char(11), maatregel varchar(20), begin date, einde date)");
            statement.execute("create index dossier_insz on dossier (insz)");
            statement.execute("create view zeef_maatregel as select insz, maatregel, begin, einde from dossier");
            statement.execute("drop user if exists " + user);
            statement.execute("create user " + user + " password '" + password + "'");
            statement.execute("grant select on zeef_maatregel to " + user);
        }
        fill(owner, truth);
        Server server = Server.createTcpServer(
                        "-tcpPort", Integer.toString(port), "-key", "ocmw", "mem:" + name, "-ifNotExists")
                .start();
        return new OcmwServer(server, owner);
    }

    private static void fill(Connection owner, Path truth) throws SQLException, IOException {
        try (BufferedReader in = Files.newBufferedReader(truth);
                PreparedStatement insert = owner.prepareStatement("insert into dossier values (?, ?, ?, ?)")) {
            in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] fields = line.split(";", -1);
                if (!fields[0].isEmpty() && !fields[4].isEmpty()) {
                    insert.setString(1, fields[0]);
                    insert.setString(2, fields[4]);
                    insert.setObject(3, LocalDate.parse(fields[5]));
                    insert.setObject(4, fields[6].isEmpty() ? null : LocalDate.parse(fields[6]));
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws SQLException {
        server.stop();
        try (owner;
                Statement statement = owner.createStatement()) {
            statement.execute("shutdown");
        }
    }
}
