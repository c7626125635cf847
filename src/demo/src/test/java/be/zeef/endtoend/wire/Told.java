package be.zeef.endtoend.wire;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.security.Keys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;

/** Reads a ledger's bodies, and makes digests of bytes by the words of {@code docs/} and not by the gateway's code. */
final class Told {

    private Told() {}

    /** The bodies of this kind, in their order, from this entry on. */
    static List<JsonNode> bodies(Gateway gateway, String kind, long after) {
        return Inside.database(gateway)
                .withHandle(handle -> handle.createQuery(
                                "select body from ledger_entry where kind = :kind and id > :after order by id")
                        .bind("kind", kind)
                        .bind("after", after)
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(Told::json)
                .toList();
    }

    static long length(Gateway gateway) {
        return Inside.database(gateway)
                .withHandle(handle -> handle.createQuery("select coalesce(max(id), 0) from ledger_entry")
                        .mapTo(Long.class)
                        .one());
    }

    /** What passed, of all entries of this kind. */
    static List<JsonNode> wires(Gateway gateway, String kind, long after) {
        return bodies(gateway, kind, after).stream()
                .flatMap(body -> StreamSupport.stream(body.path("wire").spliterator(), false))
                .toList();
    }

    /** One field of each that has it. */
    static List<String> all(List<JsonNode> wires, String field) {
        return wires.stream()
                .filter(wire -> wire.has(field))
                .map(wire -> wire.path(field).asText())
                .toList();
    }

    static long received(List<JsonNode> wires) {
        return wires.stream().mapToLong(wire -> wire.path("received").asLong()).sum();
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HMAC-SHA-256 under the agreement's key, over its id, "wire" and SHA-256 of the message, with the sign 1F after each word. */
    static String keyed(Keys keys, String agreement, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.pseudonym(agreement));
            mac.update((agreement + (char) 0x1F + "wire" + (char) 0x1F).getBytes(StandardCharsets.UTF_8));
            mac.update(MessageDigest.getInstance("SHA-256").digest(content));
            return "keyed:" + HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
