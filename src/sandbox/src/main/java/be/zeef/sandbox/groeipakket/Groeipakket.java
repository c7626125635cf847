package be.zeef.sandbox.groeipakket;

import be.zeef.security.Cms;
import be.zeef.security.PrivateFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Publishes files where the municipality fetches them. What was published stays published: a file that was removed does not come back. */
public final class Groeipakket {

    private final Path out;
    private final Path published;
    private final PrivateKeyEntry own;
    private final PrivateKeyEntry another;
    private final X509Certificate municipality;
    private final Map<GroeipakketMisbehaviour, Integer> trouble = new EnumMap<>(GroeipakketMisbehaviour.class);

    /**
     * @param folder holds {@code sftp/out}, and {@code published} with the contents in clear
     * @param own VUTG's key
     * @param another a key of somebody else
     * @param municipality whom files are encrypted to
     */
    public Groeipakket(Path folder, PrivateKeyEntry own, PrivateKeyEntry another, X509Certificate municipality)
            throws IOException {
        this.out = PrivateFiles.folder(folder.resolve("sftp/out"));
        this.published = PrivateFiles.folder(folder.resolve("published"));
        this.own = own;
        this.another = another;
        this.municipality = municipality;
    }

    public synchronized void misbehave(GroeipakketMisbehaviour kind, int times) {
        trouble.merge(kind, times, Integer::sum);
    }

    private boolean due(GroeipakketMisbehaviour kind) {
        int times = trouble.getOrDefault(kind, 0);
        trouble.put(kind, Math.max(0, times - 1));
        return times > 0;
    }

    /** Publishes the files of these months that were not published before. */
    public void publish(Births births, YearMonth first, YearMonth last) throws IOException {
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            MonthFile file = births.file(month);
            if (!Files.exists(published.resolve(name(file, MonthFile.Format.XML)))) {
                publish(file, MonthFile.Format.XML);
            }
        }
    }

    /** Publishes this file. */
    public synchronized void publish(MonthFile file, MonthFile.Format format) throws IOException {
        MonthFile told = due(GroeipakketMisbehaviour.OTHER_MUNICIPALITY)
                ? new MonthFile(file.id(), file.month(), file.created(), "11001", file.rows())
                : file;
        String text = told.text(format, due(GroeipakketMisbehaviour.WRONG_TOTALS) ? 1 : 0);
        if (due(GroeipakketMisbehaviour.CUT_OFF)) {
            text = text.substring(0, text.length() / 2);
        }
        String name = name(file, format);
        PrivateFiles.writeString(published.resolve(name), text);
        byte[] message = message(text);
        put(name + ".p7m", message);
        if (due(GroeipakketMisbehaviour.TWICE)) {
            put("again-" + name + ".p7m", message);
        }
        if (due(GroeipakketMisbehaviour.ID_AGAIN)) {
            MonthFile other = new MonthFile(
                    file.id(), file.month(), file.created().plusSeconds(60), file.municipality(), file.rows());
            put("other-" + name + ".p7m", message(other.text(format, 0)));
        }
    }

    private static String name(MonthFile file, MonthFile.Format format) {
        return file.id() + "." + format.name().toLowerCase(Locale.ROOT);
    }

    private byte[] message(String text) throws IOException {
        X509Certificate to =
                due(GroeipakketMisbehaviour.FOR_ANOTHER) ? (X509Certificate) another.getCertificate() : municipality;
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        try (OutputStream stream = Cms.encrypting(to, encrypted)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (due(GroeipakketMisbehaviour.UNSIGNED)) {
            return encrypted.toByteArray();
        }
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        try (OutputStream stream =
                Cms.signing(due(GroeipakketMisbehaviour.WRONG_SIGNER) ? another : own, signed, true)) {
            stream.write(encrypted.toByteArray());
        }
        return signed.toByteArray();
    }

    private void put(String name, byte[] message) throws IOException {
        Path part = out.resolve(name + ".part");
        PrivateFiles.write(part, message);
        Files.move(part, out.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
