package be.zeef.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoSuchPaymentFileTest {

    @Test
    void shouldNameTheFile() {
        assertThat(new NoSuchPaymentFileException("june"))
                .hasMessage("there is no payment file june. Take a name that zeef payment list shows.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"78661200190", "78.66.12-001.90", "a7b8c6d6e1f2g0h0i1j9k0"})
    void shouldNotRepeatIt_whenItMayHoldANumber(String name) {
        assertThat(new NoSuchPaymentFileException(name))
                .hasMessageNotContaining(name)
                .hasMessageContaining("of this name");
    }
}
