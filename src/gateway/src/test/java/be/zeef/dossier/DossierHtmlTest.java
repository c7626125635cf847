package be.zeef.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A page that stands alone: nothing that people wrote becomes markup, and it asks nobody for anything. */
class DossierHtmlTest {

    private static final String HOSTILE = "</style><script src='https://x.example/a.js'>\"&\u202e";

    private static final Dossier DOSSIER = new Dossier(
            new TreeMap<>(Map.of("a", new Dossier.Reason(HOSTILE, HOSTILE, HOSTILE, 2))),
            List.of(Happening.of(Kind.QUESTION, "a")
                    .with(Detail.WHO, HOSTILE)
                    .with(Detail.OUTCOME, "yes")
                    .at(Instant.parse("2026-07-16T08:00:00Z"))),
            new TreeMap<>(Map.of("a", LocalDate.of(2026, 2, 28))));

    private static String page(String language) {
        return new DossierHtml(Locale.forLanguageTag(language)).page(DOSSIER, Instant.parse("2026-11-28T23:30:00Z"));
    }

    @Test
    void isWellFormed_andHoldsWhatPeopleWroteAsText() throws Exception {
        Document page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page("nl").replace("<!DOCTYPE html>", ""))));

        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("nl");
        assertThat(page.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.getElementsByTagName("link").getLength()).isZero();
        assertThat(page.getElementsByTagName("dd").item(0).getTextContent()).isEqualTo(HOSTILE);
        assertThat(page.getElementsByTagName("style").item(0).getTextContent())
                .contains("@page")
                .doesNotContain("url(", "@import", "<", "&");
    }

    @Test
    void isInTheLanguageThatWasAskedFor_atBelgianTimes() {
        assertThat(page("nl"))
                .contains("Een dienst stelde een vraag", "<dd>ja</dd>", "2026-07-16 10:00:00", "2026-11-29 00:30:00");
        assertThat(page("fr")).contains("Un service a posé une question", "<dd>oui</dd>");
        assertThat(page("en")).contains("A service asked about the person", "<dd>yes</dd>");
    }
}
