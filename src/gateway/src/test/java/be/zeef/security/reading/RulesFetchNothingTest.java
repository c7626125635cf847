package be.zeef.security.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sieve.DmnRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No rule makes the gateway fetch anything, nor call Java. */
class RulesFetchNothingTest extends FetchedNothing {

    private Path rule(String inRoot, String before) throws IOException {
        String rule = Files.readString(Path.of("mappings/rules/gent-uitpas.dmn"));
        String head = "<definitions ";
        assertThat(rule).contains(head);
        int root = rule.indexOf(head);
        return file(
                "rule.dmn",
                rule.substring(0, root) + before + head + inRoot + " " + rule.substring(root + head.length()));
    }

    @Test
    void readsARule_thatLooksNowhere() throws IOException {
        assertThat(DmnRule.load(rule("", ""), "kansentarief")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xsi:schemaLocation=\"https://www.omg.org/spec/DMN/20191111/MODEL/ ADDRESS/DMN13.xsd\"",
                "xsi:schemaLocation=\"urn:other ADDRESS/other.xsd\"",
                "xsi:noNamespaceSchemaLocation=\"ADDRESS/DMN13.xsd\""
            })
    void refusesARule_thatSaysWhereASchemaLies(String attribute) throws IOException {
        Path rule = rule(XSI + " " + attribute, "");
        assertThatThrownBy(() -> DmnRule.load(rule, "kansentarief"))
                .hasMessageContaining("rule.dmn")
                .hasMessageContaining("line ")
                .hasMessageContaining("remove xsi:");
        assertThatThrownBy(() -> DmnRule.check(rule)).hasMessageContaining("remove xsi:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE definitions SYSTEM \"ADDRESS/dmn.dtd\">",
                "<!DOCTYPE definitions [<!ENTITY % all SYSTEM \"ADDRESS/all.ent\"> %all;]>",
                "<!DOCTYPE definitions [<!ENTITY a \"b\">]>"
            })
    void refusesARule_withADocumentType(String doctype) throws IOException {
        Path rule = rule("", doctype);
        assertThatThrownBy(() -> DmnRule.load(rule, "kansentarief")).hasMessageContaining("document type");
    }

    @Test
    void refusesARule_thatImportsAnother() throws IOException {
        Path plain = rule("", "");
        String text = Files.readString(plain)
                .replaceFirst(
                        "<decision ",
                        "<import namespace=\"urn:other\" locationURI=\"" + address
                                + "/other.dmn\" importType=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/><decision ");
        assertThatThrownBy(() -> DmnRule.load(file("rule.dmn", text), "kansentarief"))
                .hasMessageContaining("imports another file");
    }

    /** A language that calls Java reaches further than any address. */
    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "http://www.java.com/java"})
    void refusesARule_inALanguageThatCallsJava(String language) throws IOException {
        Path plain = rule("", "");
        String text = Files.readString(plain)
                .replaceFirst(
                        "<inputExpression id=\"e1\"",
                        "<inputExpression id=\"e1\" expressionLanguage=\"" + language + "\"");
        assertThatThrownBy(() -> DmnRule.load(file("rule.dmn", text), "kansentarief"))
                .hasMessageContaining("FEEL");
    }
}
