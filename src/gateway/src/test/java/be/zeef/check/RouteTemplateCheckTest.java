package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code zeef check} says of a route that is made of a template, and of the template: where it stands. */
class RouteTemplateCheckTest extends RouteCheckCase {

    private static final String TEMPLATE = """
            - routeTemplate:
                id: far-watch
                parameters:
                  - name: partner
                  - name: mask
                    required: false
                route:
                  autoStartup: false
                  from:
                    uri: "sftp:{{partners.{{partner}}.host}}/{{partners.{{partner}}.out}}"
                    parameters:
                      filter: "#acceptedFiles"
                      include: "{{?mask}}"
                      delay: "{{partners.{{partner}}.poll}}"
                    steps:
                      - to: "direct:next"
            """;

    private static final String MADE = """
            - templatedRoute:
                routeTemplateRef: far-watch
                routeId: mine
                parameters:
                  - {name: partner, value: ivago}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            far-watch | near-watch | check.route-template | 1
            partner, | partnr, | check.route-parameter | 1
            partner, | partnr, | check.route-parameter-unknown | 1
            ivago | ivgo | check.endpoint-place | 1
            """)
    void findsWhatIsMistyped_whereARouteIsMadeOfATemplate(String good, String mistyped, String code, int line)
            throws IOException {
        Files.writeString(routes.resolve("far.yaml"), TEMPLATE);
        assertThat(check(MADE).findings()).isEmpty();

        assertThat(check(MADE.replace(good, mistyped)).findings())
                .filteredOn(finding -> finding.code().equals(code))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.arguments()).startsWith("mine.yaml"))
                .allSatisfy(finding -> assertThat(finding.location().line()).isEqualTo(line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delay: | dellay: | check.endpoint-option | 14
            sftp: | sfttp: | check.endpoint-component | 9
            filter: "#acceptedFiles" | noop: true | check.endpoint-filter | 9
            "direct:next" | "direct:${body}" | check.endpoint-dynamic | 16
            """)
    void findsWhatIsMistypedInATemplate_whereItStands(String good, String mistyped, String code, int line)
            throws IOException {
        Files.writeString(routes.resolve("far.yaml"), TEMPLATE.replace(good, mistyped));

        Finding finding = only(MADE);

        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.arguments()).startsWith("far.yaml");
        assertThat(finding.location().line()).isEqualTo(line);
    }

    @Test
    void findsAnEndpointThatIsMadeFromAMessage_byWhatFillsItsTemplate() throws IOException {
        Files.writeString(routes.resolve("far.yaml"), TEMPLATE);

        assertThat(only(MADE.replace("ivago", "\"${header.partner}\"")).code()).isEqualTo("check.endpoint-dynamic");
    }
}
