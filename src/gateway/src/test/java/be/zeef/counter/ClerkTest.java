package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People are called what they are called; what nobody can read, or what may be somebody's number, names no clerk. */
class ClerkTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk-7",
                "zoe@stad.example",
                "Zoë Van den Berghe-D'Hondt",
                "Łukasz Çelik",
                "Ελένη Παπαδοπούλου",
                "王小明",
                "guest_mail.example#EXT#@stad.example",
                "an+balie@stad.example"
            })
    void shouldBeOne_whateverItsLettersAre(String name) {
        assertThat(Clerk.of(name)).map(Clerk::name).contains(name);
        String asBytes = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(Clerk.ofHeader(asBytes)).map(Clerk::name).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "An ",
                "an/bert",
                "An\tBert",
                "An\u0085Bert",
                "An\u200BBert",
                "An\u2067Bert",
                "An\u3000Bert",
                "An\uE000Bert",
                "An\uD800Bert",
                "78661200190",
                "An 78 66 12 001 90",
                "７８６６１２００１９０",
                "786612OO19O"
            })
    void shouldBeNone_whenItIsUnseenOrMayBeANumber(String name) {
        assertThat(Clerk.of(name)).isEmpty();
    }

    @Test
    void shouldBeWrittenInOneWay_howeverItWasTyped() {
        assertThat(Clerk.of("Zoe\u0308")).map(Clerk::name).contains("Zo\u00EB");
    }

    @Test
    void shouldBeNone_whenAHeaderIsInAnotherCharacterSet() {
        assertThat(Clerk.ofHeader("Zo\u00EB")).isEmpty();
    }
}
