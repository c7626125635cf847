package be.zeef.source.groeipakket;

import be.zeef.allowance.AllowanceFile;
import be.zeef.allowance.AllowanceLanguage;
import be.zeef.allowance.AllowanceRow;
import be.zeef.security.Cms;
import be.zeef.security.DecryptionRefusedException;
import be.zeef.security.Keys;
import be.zeef.security.SignatureRefusedException;
import be.zeef.security.reading.Xml;
import be.zeef.subject.DayRule;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import be.zeef.wire.WireTap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Opens VUTG's files: signed by exactly the certificate {@value #PARTNER} of the trust store, encrypted to our key
 * {@link Keys#RECEIVING}, in XML or CSV as the name ends.
 */
public final class GroeipakketLanguage implements AllowanceLanguage {

    /** Alias of VUTG's certificate. */
    public static final String PARTNER = "groeipakket";

    /** 32 MiB: a year of the largest city many times over. */
    private static final int MOST_BYTES = 32 << 20;

    private final Keys keys;
    private final Clock clock;
    private final Content.FileContract contract;

    /** @param clock by which VUTG's certificate must hold, and who is in its files be born */
    public GroeipakketLanguage(Path mappings, Keys keys, Realm realm, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.contract = contract(mappings, new DayRule(realm, clock));
    }

    private static Content.FileContract contract(Path mappings, DayRule days) {
        Path folder = mappings.resolve("sources/groeipakket");
        return new Content.FileContract(
                Xml.schema(folder.resolve("allowances.xsd")), RecordColumns.read(folder.resolve("columns.yaml")), days);
    }

    @Override
    public AllowanceFile open(String name, InputStream in) throws IOException {
        byte[] message = in.readNBytes(MOST_BYTES);
        if (message.length == MOST_BYTES) {
            throw refused(name, Finding.fatal("xml.too-large", Location.WHOLE, Integer.toString(MOST_BYTES)));
        }
        try {
            byte[][] sealed = {new byte[0]};
            Cms.verified(message, keys.partner(PARTNER), clock, content -> {
                WireTap.last().ifPresent(file -> file.signedBy(keys.partner(PARTNER)));
                sealed[0] = content.readAllBytes();
            });
            byte[] plain = Cms.decrypted(sealed[0], keys.identity(Keys.RECEIVING));
            return Content.of(name, plain, name.endsWith(".csv.p7m"), contract);
        } catch (SignatureRefusedException e) {
            throw refused(
                    name, Finding.fatal(e.fault().code().orElse("groeipakket.signature"), Location.WHOLE, PARTNER));
        } catch (DecryptionRefusedException e) {
            throw refused(
                    name,
                    Finding.fatal(e.fault().code().orElse("groeipakket.not-for-us"), Location.WHOLE, Keys.RECEIVING));
        }
    }

    /** Reads files that are neither signed nor encrypted, such as samples. */
    public static AllowanceLanguage plain(Path mappings, DayRule days) {
        Content.FileContract contract = contract(mappings, days);
        return (name, in) -> Content.of(name, in.readAllBytes(), name.endsWith(".csv"), contract);
    }

    /** Holds a decrypted file against the contract, and its rows against what can be checked without a database. */
    public static Report check(Path mappings, DayRule days, Path file) throws IOException {
        String name = file.getFileName().toString();
        Findings findings = new Findings();
        Content.of(name, Files.readAllBytes(file), name.endsWith(".csv"), contract(mappings, days))
                .each(row -> {
                    if (row instanceof AllowanceRow.Faulty faulty) {
                        findings.add(Finding.error(
                                "groeipakket." + faulty.code(), faulty.place().location()));
                    }
                });
        return findings.report(name);
    }

    private static InvalidMessageException refused(String name, Finding finding) {
        Findings findings = new Findings();
        findings.add(finding);
        return new InvalidMessageException(findings.report(name));
    }
}
