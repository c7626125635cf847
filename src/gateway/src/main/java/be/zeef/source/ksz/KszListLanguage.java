package be.zeef.source.ksz;

import be.zeef.security.reading.Xml;
import be.zeef.source.ListAnswer;
import be.zeef.source.ListLanguage;
import be.zeef.source.ListQuestion;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.XmlCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.validation.Schema;

/** Writes and reads {@code gssvl} files (contract: ksz.md §3.5). Thread-safe. */
public final class KszListLanguage implements ListLanguage {

    private final Schema schema;

    /** @param mappings the {@code mappings/} folder, whose schema every answer is held against */
    public KszListLanguage(Path mappings) {
        schema = Xml.schema(mappings.resolve("sources/ksz/GeefSociaalStatuutVoorLijst-02.00.xsd"));
    }

    @Override
    public void write(ListQuestion question, OutputStream out) throws IOException {
        Findings findings = new Findings();
        XmlCheck.against(schema, findings, checked -> new ListQuestionWriter(checked).write(question));
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(question.file()));
        }
        new ListQuestionWriter(out).write(question);
    }

    @Override
    public Optional<ListAnswer> read(String file, InputStream in, Function<String, Optional<ListQuestion>> asked)
            throws IOException {
        Findings findings = new Findings();
        ListAnswerHandler handler = new ListAnswerHandler(asked, findings);
        XmlCheck.read(schema, findings, in, handler);
        if (findings.refused()) {
            throw new InvalidMessageException(findings.report(file));
        }
        return handler.answer(file);
    }
}
