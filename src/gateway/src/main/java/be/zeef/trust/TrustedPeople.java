package be.zeef.trust;

import be.zeef.security.Fingerprint;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whose signature counts in this installation, and for what. Every call holds the file and the certificates it tells against
 * the present moment, so that what expires stops counting while the gateway runs. Thread-safe.
 */
public final class TrustedPeople {

    private final Place place;
    private final Supplier<Set<PublicKey>> gateway;
    private final Clock clock;
    private Read last = new Read(new byte[0], Optional.empty());

    /**
     * Where the trust file lies and who signs it.
     *
     * @param fingerprint of the certificate that signs it, as the operator named it at start; empty when he did not
     * @param edited the folder that agreements are edited in, where it must not lie
     */
    public record Place(Path file, String fingerprint, Path edited) {}

    private record Read(byte[] message, Optional<Trust> trust) {}

    /** @param gateway the gateway's own keys, asked for when they are first needed */
    public TrustedPeople(Place place, Supplier<Set<PublicKey>> gateway, Clock clock) {
        this.place = place;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * What the trust file says.
     *
     * @throws InvalidMessageException when there is none, nobody named its signer, another signed it, or it does not hold
     *     today
     */
    public Trust trust() {
        Fingerprint named = named();
        Trust trust = read(named);
        Findings findings = new Findings();
        new TrustChecks(trust, findings).inForce(clock);
        refuse(findings);
        return trust;
    }

    /**
     * Who approves this agreement: the certificate by side, {@code sender} and {@code recipient}.
     *
     * @throws InvalidMessageException when one of them is not named or does not count today
     */
    public Map<String, X509Certificate> approvers(String agreement) {
        Trust trust = trust();
        Trust.Approvers both = trust.approvers().get(agreement);
        Findings findings = new Findings();
        Map<String, X509Certificate> bySide = new LinkedHashMap<>();
        if (both == null) {
            findings.add(Finding.error("trusted.agreement-missing", Location.path("/agreements"), agreement));
        } else {
            if (both.sender().equals(both.recipient())) {
                findings.add(
                        Finding.error("trusted.same-person", Location.path("/agreements/" + agreement), both.sender()));
            }
            for (String side : List.of("sender", "recipient")) {
                String person = both.of(side).orElseThrow();
                bySide.put(side, checked(trust, person, findings));
            }
        }
        refuse(findings);
        return bySide;
    }

    /**
     * Who may suspend, resume and revoke this agreement: the officers that approve it, the certificate by name. Nobody when the file
     * names nobody.
     *
     * @throws InvalidMessageException when the trust file does not hold. An officer whose certificate does not count today is left
     *     out, and keeps the other one from nothing
     */
    public Map<String, X509Certificate> officers(String agreement) {
        Trust trust = trust();
        Trust.Approvers both = trust.approvers().get(agreement);
        return both == null ? Map.of() : counting(trust, List.of(both.sender(), both.recipient()));
    }

    /**
     * Who may release payments under this agreement: the certificate by name. Nobody when the file names nobody.
     *
     * @throws InvalidMessageException when the trust file does not hold. A person whose certificate does not count today is
     *     left out; {@link #report()} tells why
     */
    public Map<String, X509Certificate> releasers(String agreement) {
        Trust trust = trust();
        return counting(trust, trust.releasers().getOrDefault(agreement, List.of()));
    }

    private Map<String, X509Certificate> counting(Trust trust, List<String> people) {
        Map<String, X509Certificate> counting = new LinkedHashMap<>();
        for (String person : people) {
            Findings findings = new Findings();
            X509Certificate certificate = checked(trust, person, findings);
            if (!findings.refused()) {
                counting.put(person, certificate);
            }
        }
        return counting;
    }

    /** All that is to be said of the file and of everybody in it. */
    public Report report() {
        Findings findings = new Findings();
        try {
            Trust trust = trust();
            trust.people().keySet().forEach(person -> checked(trust, person, findings));
            new TrustChecks(trust, findings).soon(clock);
        } catch (InvalidMessageException e) {
            return e.report();
        }
        return findings.report(name());
    }

    private X509Certificate checked(Trust trust, String person, Findings findings) {
        X509Certificate certificate = trust.people().get(person);
        new PersonChecks(trust.issuers(), gateway.get(), clock.instant()).check(person, certificate, findings);
        return certificate;
    }

    private Fingerprint named() {
        Findings findings = new Findings();
        Optional<Fingerprint> named = Fingerprint.read(place.fingerprint());
        if (place.fingerprint().isBlank()) {
            findings.add(Finding.fatal("trusted.fingerprint-missing", Location.WHOLE));
        } else if (named.isEmpty()) {
            findings.add(Finding.fatal("trusted.fingerprint-form", Location.WHOLE));
        } else if (!Files.isRegularFile(place.file())) {
            findings.add(Finding.fatal(
                    "trusted.file-missing", Location.WHOLE, place.file().toString()));
        } else if (real(place.file()).startsWith(real(place.edited()))) {
            findings.add(Finding.fatal(
                    "trusted.place", Location.WHOLE, place.edited().toString()));
        }
        refuse(findings);
        return named.orElseThrow();
    }

    /** Reading is cheap and verifying is not: the same bytes say the same. */
    private synchronized Trust read(Fingerprint named) {
        byte[] message = bytes();
        if (last.trust().isEmpty() || !Arrays.equals(message, last.message())) {
            last = new Read(message, Optional.of(TrustFile.read(place.file(), message, named)));
        }
        return last.trust().orElseThrow();
    }

    private byte[] bytes() {
        try (InputStream in = Files.newInputStream(place.file())) {
            return in.readNBytes(TrustFile.MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private String name() {
        return place.file().getFileName().toString();
    }

    private void refuse(Findings findings) {
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(name()));
        }
    }
}
