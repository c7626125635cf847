package be.zeef.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * Whether the secrets in the key folder are those that this database was written with. Lost and remade secrets would give
 * every subject a new pseudonym: all would be granted, and delivered, a second time.
 */
public final class SecretMarks {

    private SecretMarks() {}

    /**
     * Remembers the secret at its first use, and holds it against what is remembered after that.
     *
     * @param name of the secret, such as {@code vault}
     * @throws StorageException when the database was written with another secret of this name
     */
    public static void require(Storage storage, String name, SecretKey secret) {
        String mark = mark(name, secret);
        Duplicates.inTransaction(storage.jdbi(), handle -> {
            Optional<String> known = known(handle, name);
            if (known.isEmpty()) {
                handle.execute("insert into secret_mark (name, mark) values (?, ?)", name, mark);
            } else if (!known.get().equals(mark)) {
                throw StorageException.otherSecrets(name);
            }
            return mark;
        });
    }

    private static Optional<String> known(Handle handle, String name) {
        return handle.select("select mark from secret_mark where name = ?", name)
                .mapTo(String.class)
                .findOne();
    }

    /** The names that begin so and are remembered, in alphabetical order. */
    public static List<String> names(Handle handle, String beginning) {
        return handle.createQuery("select name from secret_mark order by name").mapTo(String.class).list().stream()
                .filter(name -> name.startsWith(beginning))
                .toList();
    }

    /** How many secrets are remembered. */
    public static long count(Handle handle) {
        return handle.createQuery("select count(*) from secret_mark")
                .mapTo(Long.class)
                .one();
    }

    private static String mark(String name, SecretKey secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getEncoded(), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("mark of " + name).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
