package be.zeef.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.print.Pdf;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The page stands alone, holds what people wrote as text, and is the same on paper. */
class ReportPageTest {

    private static final String ID = "gent-huisvuilzakken";

    private static String page(String language, EnumSet<Part> parts) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        return ReportPage.of(Reports.of(ID, locale), parts, locale);
    }

    private static Document read(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
    }

    @ParameterizedTest
    @CsvSource({
        "nl, rechthebbend, geschorst door els, AVG art. 30, '5.085'",
        "fr, ayant droit, suspendu par els, RGPD art. 30, '5\u00a0085'",
        "en, entitled, suspended by els, GDPR art. 30, '5,085'"
    })
    void standsAlone_andHoldsWhatPeopleWroteAsText(
            String language, String entitled, String state, String record, String number) throws Exception {
        String page = page(language, EnumSet.allOf(Part.class));

        Document read = read(page);

        assertThat(read.getDocumentElement().getAttribute("lang")).isEqualTo(language);
        assertThat(page).doesNotContain("<script", "href=", "src=\"", "@import", "url(", "onload");
        for (String element : new String[] {"script", "link", "img", "a", "iframe"}) {
            assertThat(read.getElementsByTagName(element).getLength())
                    .as(element)
                    .isZero();
        }
        assertThat(read.getElementsByTagName("svg").getLength()).isGreaterThan(3);
        assertThat(read.getDocumentElement().getTextContent())
                .contains("Élèves, crèches & ïdeeën", entitled, state, record, number, "<script src=")
                .contains("<\u00a05");
    }

    @Test
    void hasNothingButThePartThatIsAskedFor() throws Exception {
        assertThat(page("en", EnumSet.of(Part.PROTOCOL)))
                .contains("Protocol (law of 30 July 2018")
                .doesNotContain("In figures", "GDPR art. 30)");
        assertThat(page("en", EnumSet.of(Part.RECORD)))
                .contains("GDPR art. 30)", "Time limits for erasure", "Security measures")
                .doesNotContain("In figures", "law of 30 July");
    }

    /** Nine months of 3 each are told as 9 to 36, and never as 27. */
    @Test
    void sumsAreOfWhatIsTold() throws Exception {
        assertThat(page("en", EnumSet.of(Part.FIGURES)))
                .contains("3–12", "9–36")
                .doesNotContain(">27<", ">9<");
    }

    @ParameterizedTest
    @CsvSource({"nl, weggelaten", "fr, écartés"})
    void isTheSameOnPaper_taggedAndWithItsFontInIt(String language, String word) throws Exception {
        byte[] paper = Pdf.of(page(language, EnumSet.allOf(Part.class)));

        try (PDDocument read = Loader.loadPDF(paper)) {
            assertThat(read.getNumberOfPages()).isBetween(4, 16);
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Élèves, crèches & ïdeeën", word, "1 / " + read.getNumberOfPages());
            assertThat(read.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo(language);
            for (PDPage page : read.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }
}
