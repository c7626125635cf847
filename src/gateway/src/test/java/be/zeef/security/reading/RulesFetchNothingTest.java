package be.zeef.security.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sieve.DmnRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No rule makes the gateway fetch anything, call Java, or ask the machine for more than the facts. */
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

    private Path deciding(String expression) throws IOException {
        String rule = Files.readString(rule("", ""));
        assertThat(rule).contains("<text>woontInGent</text>");
        return file(
                "rule.dmn",
                rule.replaceFirst(
                        "<text>woontInGent</text>", Matcher.quoteReplacement("<text>" + expression + "</text>")));
    }

    /** A run is of its own day, whenever it runs: so a rule asks no clock, nor chance, nor Java. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if today() &lt; date(\"2027-01-01\") then woontInGent else \"no\"",
                "if now ( ) &lt; date and time(\"2027-01-01T00:00:00\") then woontInGent else \"no\"",
                "if random number() &lt; 0.5 then woontInGent else \"no\"",
                "if date(\"2026-01-01\") &gt;= /* \" */ today() /* \" */ then woontInGent else \"no\"",
                "if \"\\\" + today() + \"\" = \"\" then woontInGent else \"no\"",
                "<![CDATA[if today/**/() < date(\"2027-01-01\") then woontInGent else \"no\"]]>",
                "(function(x) external {java:{class:\"java.lang.System\",`method signature`:\"getProperty(java.lang.String)\"}})(\"a\")"
            })
    void refusesARule_thatAsksTheMachine(String expression) throws IOException {
        Path rule = deciding(expression);
        assertThatThrownBy(() -> DmnRule.load(rule, "kansentarief"))
                .hasMessageContaining("line 10")
                .hasMessageContaining("which is no fact");
        assertThatThrownBy(() -> DmnRule.check(rule)).hasMessageContaining("which is no fact");
    }

    /** Words in a text, in a comment or in the name of a fact ask nobody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if woontInGent = \"not now, today() or external\" then \"no\" else woontInGent",
                "woontInGent // for now",
                "/* as of today */ woontInGent",
                "nowHere"
            })
    void readsARule_thatOnlyNamesThem(String expression) throws IOException {
        assertThat(DmnRule.load(deciding(expression), "kansentarief")).isNotNull();
    }
}
