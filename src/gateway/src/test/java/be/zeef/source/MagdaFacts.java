package be.zeef.source;

import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;

/** Reads the facts of a small answer of MAGDA, as the mapping of its service does. */
final class MagdaFacts {

    static final LocalDate ON = LocalDate.of(2026, 7, 16);

    private MagdaFacts() {}

    /** @param content of {@code Inhoud} */
    static SourceFacts of(String service, String insz, String content, String... facts) throws Exception {
        return on(ON, service, insz, content, facts);
    }

    static SourceFacts on(LocalDate on, String service, String insz, String content, String... facts) throws Exception {
        String answer = "<a><Repliek><Antwoorden><Antwoord><Inhoud>" + content
                + "</Inhoud></Antwoord></Antwoorden></Repliek></a>";
        return FactsSheet.compile(Path.of("mappings/sources/magda", service, "facts.xslt"))
                .read(
                        Xml.documents()
                                .newDocumentBuilder()
                                .parse(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)))
                                .getDocumentElement(),
                        insz,
                        on,
                        Set.of(facts));
    }
}
