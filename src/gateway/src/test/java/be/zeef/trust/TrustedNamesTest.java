package be.zeef.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.validation.InvalidMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of the trust file stand in the ledger and on screens, so none may be somebody's number, and none that may be is told. */
class TrustedNamesTest extends TrustCase {

    private String refused(TestTrust text) {
        InvalidMessageException refused = catchThrowableOfType(
                InvalidMessageException.class,
                () -> TrustFile.make(
                        file, text.text().getBytes(StandardCharsets.UTF_8), pem -> pem, TestPki.key(signer)));
        assertThat(refused.report().findings()).extracting("code").containsExactly("trusted.name-number");
        StringBuilder told = new StringBuilder(refused.getMessage());
        for (String language : new String[] {"nl", "fr", "en"}) {
            refused.report().findings().forEach(finding -> told.append(finding.location())
                    .append(finding.text(Locale.forLanguageTag(language))));
        }
        return told.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "78661200190",
                "78.66.12-001.90",
                "78 66 12 001 90",
                "\uff17\uff18\uff16\uff16\uff11\uff12\uff10\uff10\uff11\uff19\uff10",
                "an-78661200190-x",
                "7866l2OO19O"
            })
    void shouldRefuseAFile_inWhichANameMayBeANumber(String number) {
        String name = "\"" + number + "\"";
        assertThat(refused(good().person(name, sender))).doesNotContain(number);
        assertThat(refused(good().released("wingene-geboortepremie", name))).doesNotContain(number);
        assertThat(refused(good().approved(AGREEMENT, name, "jo.maes"))).doesNotContain(number);
        assertThat(refused(good().approved(name, "an.peeters", "jo.maes"))).doesNotContain(number);
        assertThat(refused(good().released(name, "jo.maes"))).doesNotContain(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "wie dan ook", "An Peeters", "an/jo"})
    void shouldRefuseAName_thatIsFreeText(String name) {
        InvalidMessageException refused = catchThrowableOfType(
                InvalidMessageException.class,
                () -> TrustFile.make(
                        file,
                        good().person(name, pki.person("another")).text().getBytes(StandardCharsets.UTF_8),
                        pem -> pem,
                        TestPki.key(signer)));
        assertThat(refused.report().findings()).extracting("code").containsExactly("trusted.name");
    }
}
