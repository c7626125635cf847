package be.zeef.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Today;
import be.zeef.trust.TestPki;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A trust file is shown to whoever looks after it, and nobody's number with it. */
class TrustShownTest {

    private static final String PERSON = "85651200136";

    @Test
    void tellsWhoACertificateIsOf_withoutTheNumberOfTheirIdentityCard() {
        Instant now = Today.wallClock().instant();
        String subject = TrustShown.subject(TestPki.certificate(TestPki.selfSigned(
                "An Peeters (Authentication),SERIALNUMBER=" + PERSON, now, now.plus(Duration.ofDays(1)))));

        assertThat(subject)
                .contains("CN=An Peeters (Authentication)")
                .doesNotContain(PERSON)
                .contains(Numberless.UNTOLD);
    }
}
