package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.reading.Xml;
import be.zeef.sieve.Ternary;
import be.zeef.source.SourceFacts.Member;
import be.zeef.source.SourceFacts.Role;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What a position in a household is read as, and since when a living wage runs. */
class FamilyFactsTest {

    private static final String PERSON = "85651200136";
    private static final LocalDate ON = LocalDate.of(2026, 5, 15);

    @ParameterizedTest
    @CsvSource({
        "01, REFERENCE",
        "02, PARTNER",
        "21, PARTNER",
        "22, PARTNER",
        "03, CHILD",
        "13, CHILD",
        "05, OTHER",
        "06, OTHER",
        "09, OTHER",
        "12, OTHER",
        "15, OTHER",
        "20, OTHER",
        "99, OTHER"
    })
    void readsAPosition(String code, Role role) throws Exception {
        SourceFacts facts = facts(
                "GeefGezinssamenstelling-02.02",
                "<Gezinsleden><Gezinslid><INSZ>" + PERSON
                        + "</INSZ><Geboortedatum>1985-05-12</Geboortedatum><Positie><Code>" + code
                        + "</Code></Positie></Gezinslid></Gezinsleden>",
                "gezinslid");

        assertThat(facts.members("gezinslid")).extracting(Member::role).containsExactly(role);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-15/2026-12-31, YES, 2026-04-15",
        "2026-04-15/, YES, 2026-04-15",
        "2026-04-15/ 2025-10-06/2026-04-14, YES, 2025-10-06",
        "2026-04-15/ 2025-10-06/2026-04-14 2024-01-01/2025-10-05, YES, 2024-01-01",
        "2026-04-15/ 2025-10-06/2026-04-13, YES, 2026-04-15",
        "2026-04-15/ 2026-01-01/2026-06-30, YES, 2026-01-01",
        "2026-01-01/2026-05-14, NO,",
        "2026-05-16/, NO,"
    })
    void readsSinceWhenALivingWageRuns(String periods, Ternary has, LocalDate since) throws Exception {
        StringBuilder text = new StringBuilder("<Leefloonperiodes>");
        for (String period : periods.split(" ")) {
            String[] days = period.split("/", -1);
            text.append("<Leefloonperiode><INSZ>" + PERSON + "</INSZ><Periode><Begin>" + days[0] + "</Begin>"
                    + (days[1].isEmpty() ? "" : "<Einde>" + days[1] + "</Einde>") + "</Periode></Leefloonperiode>");
        }
        SourceFacts facts =
                facts("GeefLeefloonperiodes-02.00", text + "</Leefloonperiodes>", "leefloon", "leefloonSinds");

        assertThat(facts.ternary("leefloon")).isEqualTo(has);
        assertThat(facts.day("leefloonSinds").orElse(null)).isEqualTo(since);
    }

    private static SourceFacts facts(String service, String content, String... asked) throws Exception {
        String answer = "<a:Answer xmlns:a=\"urn:a\"><Repliek><Antwoorden><Antwoord><Inhoud>" + content
                + "</Inhoud></Antwoord></Antwoorden></Repliek></a:Answer>";
        Element root = Xml.documents()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        return FactsSheet.compile(Path.of("mappings/sources/magda/" + service + "/facts.xslt"))
                .read(root, PERSON, ON, Set.of(asked));
    }
}
