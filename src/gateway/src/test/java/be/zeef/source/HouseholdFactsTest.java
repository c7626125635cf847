package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose membership of a household ended, by death or by leaving, is no member of it any more. */
class HouseholdFactsTest {

    private static final String CHILD = "15651200150";
    private static final String ADULT = "85651200136";

    private static String member(String insz, String attributes) {
        return "<Gezinslid " + attributes + "><INSZ>" + insz + "</INSZ><Geboortedatum>1985-05-12</Geboortedatum>"
                + "<Positie><Code>01</Code></Positie></Gezinslid>";
    }

    private static List<String> members(String... told) throws Exception {
        return MagdaFacts.of(
                        "GeefGezinssamenstelling-02.02",
                        CHILD,
                        "<Gezinsleden>" + String.join("", told) + "</Gezinsleden>",
                        "gezinslid")
                .members("gezinslid")
                .stream()
                .map(member -> member.person().digits())
                .toList();
    }

    @Test
    void shouldLeaveOutWhoIsAMemberNoMore() throws Exception {
        assertThat(members(member(CHILD, ""), member(ADULT, "DatumBegin='2020-01-01'")))
                .containsExactly(CHILD, ADULT);
        assertThat(members(member(CHILD, ""), member(ADULT, "DatumEinde='2026-07-15'")))
                .containsExactly(CHILD);
        assertThat(members(member(CHILD, ""), member(ADULT, "DatumEinde='2026-07-16'")))
                .containsExactly(CHILD, ADULT);
        assertThat(members(member(CHILD, ""), member(ADULT, "DatumEinde='2026-00-00'")))
                .as("it may not have ended yet")
                .containsExactly(CHILD, ADULT);
    }

    @Test
    void shouldKnowNoHousehold_whenThePersonAskedAboutHasLeftIt() throws Exception {
        assertThat(members(member(CHILD, "DatumEinde='2026-07-15'"), member(ADULT, "")))
                .isEmpty();
    }
}
