package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.source.InscriptionOutcome.Done;
import be.zeef.source.InscriptionOutcome.Failed;
import be.zeef.source.InscriptionOutcome.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;

class InscriptionResultTest {

    @Test
    void shouldReadByCode_whenResultAndExceptionsDisagree() {
        assertThat(InscriptionResult.of("1", List.of(), List.of())).isEqualTo(new Done(false));
        assertThat(InscriptionResult.of("1", List.of("40143"), List.of())).isEqualTo(new Done(true));
        assertThat(InscriptionResult.of("0", List.of("40143"), List.of())).isEqualTo(new Done(true));
        assertThat(InscriptionResult.of("1", List.of("70002"), List.of())).isEqualTo(new Failed("70002"));
        assertThat(InscriptionResult.of("0", List.of("99996"), List.of())).isEqualTo(new Failed("99996"));
        assertThat(InscriptionResult.of("", List.of("30003"), List.of())).isEqualTo(new Refused("30003"));
        assertThat(InscriptionResult.of("0", List.of(), List.of())).isEqualTo(new Refused("RESULT_0"));
    }

    @Test
    void shouldNameTheWarning_whenNoFaultExplainsAFailure() {
        assertThat(InscriptionResult.of("0", List.of(), List.of("30004"))).isEqualTo(new Refused("30004"));
        assertThat(InscriptionResult.of("1", List.of(), List.of("70001"))).isEqualTo(new Done(false));
    }

    @Test
    void shouldCountFaultsButNotWarnings_whenDecidingAnInscription() {
        assertThat(InscriptionResult.counts("70001", "WAARSCHUWING")).isFalse();
        assertThat(InscriptionResult.counts("40143", "WAARSCHUWING")).isTrue();
        assertThat(InscriptionResult.counts("70002", "FOUT")).isTrue();
    }
}
