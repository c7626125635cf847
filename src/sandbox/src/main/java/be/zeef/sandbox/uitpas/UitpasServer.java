package be.zeef.sandbox.uitpas;

import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.SecureServers;
import be.zeef.sandbox.SeenBytes;
import be.zeef.sandbox.Trouble;
import be.zeef.sandbox.city.People;
import be.zeef.security.PrivateFiles;
import be.zeef.settings.Settings;
import be.zeef.subject.Today;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** UiTPAS and publiq's account server on one port of 127.0.0.1, over TLS; a token says who calls. */
public final class UitpasServer implements AutoCloseable {

    private final SeenBytes seen = new SeenBytes();
    private final HttpsServer server;
    private final Trouble<UitpasMisbehaviour> trouble = new Trouble<>();
    private final ExecutorService workers = SecureServers.workers("sandbox-uitpas");
    private final IssuedTokens tokens;
    private final Passholders passholders;
    private final Memberships memberships;
    private final Operations operations;
    private final Front front;

    private UitpasServer(
            HttpsServer server, Path folder, Supplier<People> people, Settings.Uitpas client, String secret)
            throws IOException {
        PrivateFiles.folder(folder);
        Regions regions = new Regions(client.cardSystem());
        PassholderMaker maker = new PassholderMaker(regions);
        this.server = server;
        this.tokens = new IssuedTokens(client.clientId(), secret, Today.wallClock());
        this.passholders = new Passholders(folder.resolve("passholders.jsonl"), people, maker);
        this.memberships = new Memberships(passholders, maker, regions, client.organizer());
        this.operations = new Operations(passholders, memberships, regions, client.organizer(), trouble);
        this.front = new Front(tokens, operations, trouble);
        server.setExecutor(workers);
        server.createContext("/", front).getFilters().add(seen);
        server.start();
    }

    /**
     * @param port 0 for a free one
     * @param folder where what it was told is kept
     * @param people the city; asked for when the first question comes
     * @param client the one client there is, its organizer and its card system
     */
    public static UitpasServer start(
            int port, SandboxKeys keys, Path folder, Supplier<People> people, Settings.Uitpas client, String secret)
            throws IOException, GeneralSecurityException {
        HttpsServer server = SecureServers.make(port, keys, "uitpas-server", false);
        return new UitpasServer(server, folder, people, client, secret);
    }

    public String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    public String tokenUrl() {
        return url() + IssuedTokens.PATH;
    }

    /** How many requests of the API came in, with or without a good token. */
    public long calls() {
        return front.calls();
    }

    /** How many of them would change something. */
    public long writes() {
        return front.writes();
    }

    /** How many tokens were handed out. */
    public long tokensGiven() {
        return tokens.given();
    }

    /** How often a tariff was granted or extended since the start. */
    public long grants() {
        return memberships.grants();
    }

    /** How often it was asked for again where it was granted already. */
    public long doubleGrants() {
        return memberships.doubleGrants();
    }

    /** What is held of this person, as JSON, for whoever checks; empty when the person has no pass. */
    public String record(String insz) {
        return operations.record(insz);
    }

    /** Makes this passholder a member of the city's card system with the tariff, besides what they are a member of. */
    public void join(String insz, LocalDate until) {
        operations.join(insz, until);
    }

    public void misbehave(UitpasMisbehaviour kind, int times) {
        trouble.add(kind, times);
    }

    /** Sends this in the place of the next answers of the API. */
    public void answerOddly(OddAnswer kind, int times) {
        front.odd().add(kind, times);
    }

    /** Sends this in the place of the next tokens. */
    public void answerTokensOddly(OddAnswer kind, int times) {
        front.oddTokens().add(kind, times);
    }

    /** Behaves again from now on. */
    public void behave() {
        front.odd().forget();
        front.oddTokens().forget();
        trouble.forget();
    }

    /** How late an answer comes under {@link UitpasMisbehaviour#SLOW}; two seconds unless set. */
    public void slowBy(Duration delay) {
        front.slowBy(delay);
    }

    /** How long the tokens handed out from now on live; a day unless set. */
    public void tokensLiveFor(Duration life) {
        tokens.liveFor(life);
    }

    /** Takes these permissions from the client. */
    public void withhold(String... permissions) {
        operations.withhold(List.of(permissions));
    }

    /** Shows every request of the API and its answer from now on. */
    public void watch(Consumer<Seen> each) {
        front.watch(each);
    }

    /** What it got and sent, from when it is told to keep that. */
    public SeenBytes seen() {
        return seen;
    }

    @Override
    public void close() throws IOException {
        front.close();
        server.stop(0);
        workers.shutdownNow();
        passholders.close();
    }
}
