package be.zeef.source.inscription;

import be.zeef.security.reading.Xml;
import be.zeef.settings.Settings;
import be.zeef.source.Exceptions;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionLanguage;
import be.zeef.source.InscriptionOutcome;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.XmlCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.validation.Schema;

/** Writes and reads inscription files as streams. Thread-safe. */
public final class InscriptionFileLanguage implements InscriptionLanguage {

    private final Schema schema;
    private final Settings.Sender sender;
    private final InscriptionOutcome.Reading catalogue;
    private final Clock clock;

    public InscriptionFileLanguage(Path mappings, Settings.Sender sender, Exceptions catalogue, Clock clock) {
        Path folder = mappings.resolve("sources/magda");
        this.schema = Xml.schema(
                folder.resolve("RegistreerInschrijving-02.00/file.xsd"),
                folder.resolve("RegistreerUitschrijving-02.00/file.xsd"));
        this.sender = sender;
        this.catalogue = new InscriptionOutcome.Reading(catalogue);
        this.clock = clock;
    }

    @Override
    public void write(Batch batch, OutputStream out) throws IOException {
        Findings findings = new Findings();
        InscriptionFileWriter writer = new InscriptionFileWriter(sender, clock);
        XmlCheck.against(schema, findings, checked -> writer.write(batch, checked));
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(batch.file()));
        }
        writer.write(batch, out);
    }

    @Override
    public Optional<Answered> read(
            String file, InputStream in, Function<String, Optional<Batch>> batches, Function<Batch, Results> results)
            throws IOException {
        Findings findings = new Findings();
        InscriptionAnswerHandler handler = new InscriptionAnswerHandler(batches, results, findings, catalogue);
        XmlCheck.read(schema, findings, in, handler);
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(file));
        }
        return handler.batch().map(batch -> new Answered(batch, findings.report(file)));
    }

    /** The service's name. */
    static String service(Inscription kind) {
        return kind == Inscription.REGISTER ? "RegistreerInschrijving" : "RegistreerUitschrijving";
    }
}
