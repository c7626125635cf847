package be.zeef.route.sftp;

import be.zeef.ledger.seal.Shelf;
import be.zeef.ledger.seal.ShelfException;
import be.zeef.ledger.seal.ShelfException.Trouble;
import be.zeef.security.KeyException;
import be.zeef.settings.Partner;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * The folder {@code in} of a partner's SFTP server. Our key opens the session, the server must show the key that {@code known_hosts} has of
 * it, and one session serves a whole visit.
 */
public final class SftpShelf implements Shelf {

    /** A checkpoint every ten minutes for twenty years is a million. */
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(15), 1_000_000);

    private final String name;
    private final Partner partner;
    private final Path knownHosts;
    private final Supplier<byte[]> key;
    private final Limits limits;

    /**
     * How far a server is trusted.
     *
     * @param patience how long it may take for one thing that it is asked
     * @param files how many of them it may have
     */
    record Limits(Duration patience, int files) {}

    /**
     * @param name of the partner
     * @param knownHosts holds its server's key
     * @param key what opens the session, as SSH clients read it
     */
    public SftpShelf(String name, Partner partner, Path knownHosts, Supplier<byte[]> key) {
        this(name, partner, knownHosts, key, LIMITS);
    }

    SftpShelf(String name, Partner partner, Path knownHosts, Supplier<byte[]> key, Limits limits) {
        this.name = name;
        this.partner = partner;
        this.knownHosts = knownHosts;
        this.key = key;
        this.limits = limits;
    }

    @Override
    public Visit visit() throws ShelfException {
        Session session = session();
        Patience watched = new Patience(session, limits.patience());
        try {
            ChannelSftp files = watched.within(() -> opened(session));
            return new SftpVisit(name, partner.in().isEmpty() ? "." : partner.in(), files, watched, limits.files());
        } catch (Exception e) {
            session.disconnect();
            throw new ShelfException(trouble(e), name, e);
        }
    }

    private Session session() throws ShelfException {
        try {
            JSch client = new JSch();
            client.addIdentity(name, key.get(), null, null);
            if (Files.exists(knownHosts)) {
                client.setKnownHosts(knownHosts.toString());
            }
            Session session = client.getSession(partner.user(), partner.host(), partner.port());
            session.setConfig("StrictHostKeyChecking", "yes");
            session.setConfig("PreferredAuthentications", "publickey");
            session.setTimeout(Math.toIntExact(limits.patience().toMillis()));
            session.setDaemonThread(true);
            return session;
        } catch (JSchException | KeyException e) {
            throw new ShelfException(Trouble.LOGIN, name, e);
        }
    }

    private static ChannelSftp opened(Session session) throws JSchException {
        session.connect();
        ChannelSftp files = (ChannelSftp) session.openChannel("sftp");
        files.connect();
        return files;
    }

    /** The client tells only by its words that a key was not let in. */
    private static Trouble trouble(Exception failure) {
        if (failure instanceof JSchHostKeyException) {
            return Trouble.STRANGER;
        }
        return failure instanceof JSchException
                        && String.valueOf(failure.getMessage()).startsWith("Auth ")
                ? Trouble.LOGIN
                : Trouble.UNREACHABLE;
    }
}
