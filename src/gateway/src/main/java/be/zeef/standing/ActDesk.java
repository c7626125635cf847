package be.zeef.standing;

import be.zeef.ledger.Ledger;
import be.zeef.ledger.Recorded;
import be.zeef.ledger.Written;
import be.zeef.ledger.event.Released;
import be.zeef.security.Fingerprint;
import be.zeef.security.Sha256;
import be.zeef.trust.Statement;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Where an officer of an agreement suspends, resumes or revokes a version of it by signature. */
public final class ActDesk {

    /** What a statement may say: nobody can be shown another text than is signed. */
    private static final Pattern SIGNABLE = Pattern.compile("[ -~]*");

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final Officers officers;
    private final Standings standings;
    private final Clock clock;

    public ActDesk(Jdbi jdbi, Officers officers, Clock clock) {
        this.jdbi = jdbi;
        this.ledger = new Ledger(jdbi, clock);
        this.officers = officers;
        this.standings = new Standings(officers);
        this.clock = clock;
    }

    /**
     * What somebody wants to do.
     *
     * @param version as it is told by {@code zeef agreement hash}
     * @param reason at most 200 signs of printable ASCII, without anybody's number
     */
    public record Wish(String agreement, Act act, String version, String reason) {}

    /**
     * What is to be signed, as things stand now.
     *
     * @throws InvalidMessageException when this cannot be done now, or not for this reason
     */
    public Statement statement(Wish wish) {
        return jdbi.withHandle(handle -> required(handle, wish).statement());
    }

    /**
     * Does it, and records it.
     *
     * @return who did it, by the name in the trust file
     * @throws InvalidMessageException when it cannot be done now, or whoever signed is no officer of this agreement, or signed something
     *     else
     */
    public String act(Wish wish, byte[] signature) {
        return jdbi.inTransaction(handle -> {
            // two acts at once would have the same number before them
            Ledger.lock(handle);
            SignedAct act = required(handle, wish);
            Map.Entry<String, X509Certificate> officer = act.signer(signature)
                    .flatMap(signer -> officer(wish.agreement(), signer))
                    .orElseThrow(() -> refused(wish, "standing.not-an-officer", wish.agreement()));
            Written.faultOfBoth(officer.getKey(), wish.reason(), "--reason").ifPresent(fault -> {
                throw InvalidMessageException.of(wish.agreement(), fault);
            });
            String certificate = Fingerprint.of(officer.getValue()).hex();
            Acts.put(
                    handle,
                    new Acts.Row(
                            act.agreement(),
                            act.before(),
                            act.act(),
                            act.version(),
                            act.reason(),
                            officer.getKey(),
                            certificate,
                            signature,
                            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
            ledger.append(
                    handle,
                    act.agreement(),
                    0,
                    new Released.OfAgreement(
                            act.act(),
                            act.version(),
                            act.before(),
                            act.reason(),
                            officer.getKey(),
                            certificate,
                            Sha256.hex(signature)));
            return officer.getKey();
        });
    }

    private Optional<Map.Entry<String, X509Certificate>> officer(String agreement, X509Certificate signer) {
        return officers.of(agreement).entrySet().stream()
                .filter(each -> each.getValue().equals(signer))
                .findFirst();
    }

    private SignedAct required(Handle handle, Wish wish) {
        Written.faultOfReason(wish.reason(), "--reason").ifPresent(fault -> {
            throw InvalidMessageException.of(wish.agreement(), fault);
        });
        if (!SIGNABLE.matcher(wish.reason()).matches()) {
            throw refused(wish, "standing.reason-signs");
        }
        Optional<Halt> halt = standings.halt(handle, wish.agreement(), wish.version());
        if (halt.filter(each -> each.why() == Halt.Why.LEDGER_SHORT).isPresent()) {
            throw halt.get().exception();
        }
        if (halt.filter(Halt::isForGood).isPresent()) {
            throw refused(wish, "standing.revoked-already", wish.agreement());
        }
        boolean suspended =
                halt.filter(each -> each.why() == Halt.Why.SUSPENDED).isPresent();
        if (wish.act() == Act.SUSPEND && suspended) {
            throw refused(wish, "standing.suspended-already", wish.agreement());
        }
        if (wish.act() == Act.RESUME && halt.isEmpty()) {
            throw refused(wish, "standing.not-suspended", wish.agreement());
        }
        int before = Recorded.acts(handle, wish.agreement()).size();
        return new SignedAct(wish.agreement(), wish.act().word(), wish.version(), before, wish.reason());
    }

    private static InvalidMessageException refused(Wish wish, String code, String... arguments) {
        return InvalidMessageException.of(wish.agreement(), Finding.error(code, Location.WHOLE, arguments));
    }
}
