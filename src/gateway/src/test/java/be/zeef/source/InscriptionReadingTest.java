package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.source.InscriptionOutcome.Done;
import be.zeef.source.InscriptionOutcome.Failed;
import be.zeef.source.InscriptionOutcome.Refused;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InscriptionReadingTest {

    private static final InscriptionOutcome.Reading RESULTS =
            new InscriptionOutcome.Reading(Exceptions.magda(Path.of("mappings")));

    @Test
    void shouldReadByCode_whenResultAndExceptionsDisagree() {
        assertThat(RESULTS.of("1", List.of(), List.of())).isEqualTo(new Done(false));
        assertThat(RESULTS.of("1", List.of("40143"), List.of())).isEqualTo(new Done(true));
        assertThat(RESULTS.of("0", List.of("40143"), List.of())).isEqualTo(new Done(true));
        assertThat(RESULTS.of("1", List.of("70002"), List.of())).isEqualTo(new Failed("70002"));
        assertThat(RESULTS.of("0", List.of("99996"), List.of())).isEqualTo(new Failed("99996"));
        assertThat(RESULTS.of("", List.of("30003"), List.of())).isEqualTo(new Refused("30003"));
        assertThat(RESULTS.of("0", List.of(), List.of())).isEqualTo(new Refused("RESULT_0"));
    }

    @Test
    void shouldNameTheWarning_whenNoFaultExplainsAFailure() {
        assertThat(RESULTS.of("0", List.of(), List.of("30004"))).isEqualTo(new Refused("30004"));
        assertThat(RESULTS.of("1", List.of(), List.of("70001"))).isEqualTo(new Done(false));
    }

    @Test
    void shouldCountFaultsButNotWarnings_whenDecidingAnInscription() {
        assertThat(RESULTS.counts("70001", "WAARSCHUWING")).isFalse();
        assertThat(RESULTS.counts("40143", "WAARSCHUWING")).isTrue();
        assertThat(RESULTS.counts("70002", "FOUT")).isTrue();
    }
}
