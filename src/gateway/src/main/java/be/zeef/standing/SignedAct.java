package be.zeef.standing;

import be.zeef.ledger.Recorded;
import be.zeef.security.Fingerprint;
import be.zeef.security.PersonSignature;
import be.zeef.security.Sha256;
import be.zeef.security.SignatureRefusedException;
import be.zeef.trust.Statement;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is signed of an act. It names the version, the act and how many acts of the agreement there were before, so that a signature
 * is over one act at one place in their order, and over no other one later.
 */
record SignedAct(String agreement, String act, String version, int before, String reason) {

    static SignedAct of(Acts.Row row) {
        return new SignedAct(row.agreement(), row.act(), row.version(), row.before(), row.reason());
    }

    static SignedAct of(Recorded entry) {
        JsonNode body = entry.body();
        return new SignedAct(
                entry.agreement(),
                body.path("act").asText(),
                body.path("version").asText(),
                body.path("before").asInt(-1),
                body.path("reason").asText());
    }

    Statement statement() {
        return new Statement(
                act + " of an agreement",
                List.of(
                        Map.entry("agreement", agreement),
                        Map.entry("version", version),
                        Map.entry("acts before", Integer.toString(before)),
                        Map.entry("because", reason)));
    }

    boolean is(Act other) {
        return act.equals(other.word());
    }

    /** Whose key made this signature over it; nobody's, when it is none. */
    Optional<X509Certificate> signer(byte[] signature) {
        try {
            return Optional.of(PersonSignature.verified(statement().bytes(), signature));
        } catch (SignatureRefusedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this row holds the signature that the entry of the same act has the digest of, made by the key that the entry names. */
    static boolean isProof(Acts.Row row, Recorded entry) {
        SignedAct said = of(entry);
        return of(row).equals(said)
                && Sha256.hex(row.signature())
                        .equals(entry.body().path("signature").asText())
                && row.certificate().equals(entry.body().path("certificate").asText())
                && row.person().equals(entry.body().path("by").asText())
                && said.signer(row.signature())
                        .map(Fingerprint::of)
                        .filter(found -> found.hex().equals(row.certificate()))
                        .isPresent();
    }
}
