package be.zeef.source.ksz;

import be.zeef.security.Xml;
import be.zeef.source.ListAnswer;
import be.zeef.source.ListLanguage;
import be.zeef.source.ListQuestion;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.SchemaErrors;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Writes and reads {@code gssvl} files (contract: ksz.md §3.5). Thread-safe. */
public final class KszListLanguage implements ListLanguage {

    private final Schema schema;

    /** @param mappings the {@code mappings/} folder, whose schema every answer is held against */
    public KszListLanguage(Path mappings) {
        schema = Xml.schema(mappings.resolve("sources/ksz/GeefSociaalStatuutVoorLijst-02.00.xsd"));
    }

    @Override
    public void write(ListQuestion question, OutputStream out) throws IOException {
        new ListQuestionWriter(out).write(question);
    }

    @Override
    public Optional<ListAnswer> read(String file, InputStream in, Function<String, Optional<ListQuestion>> asked)
            throws IOException {
        Findings findings = new Findings();
        ListAnswerHandler handler = new ListAnswerHandler(asked, findings);
        SchemaErrors errors = new SchemaErrors(findings);
        ValidatorHandler validator = schema.newValidatorHandler();
        validator.setErrorHandler(errors);
        validator.setContentHandler(handler);
        XMLReader reader = Xml.reader();
        reader.setContentHandler(validator);
        reader.setErrorHandler(errors);
        try {
            reader.parse(new InputSource(in));
        } catch (SAXParseException e) {
            if (!findings.refused()) {
                findings.add(Finding.fatal("xml.not-whole", SchemaErrors.place(e)));
            }
        } catch (SAXException e) {
            findings.add(Finding.fatal("xml.not-whole", Location.WHOLE));
        }
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(file));
        }
        return handler.answer(file);
    }
}
