package be.zeef.route.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootPartTest {

    private static final String TYPE = "multipart/related; type=\"application/xop+xml\"; boundary=\"b-1\"";
    private static final String ROOT = "Content-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
            + "Content-Transfer-Encoding: 8bit\r\nContent-ID: <root@zeef>\r\n\r\n<antwoord>é</antwoord>";
    private static final String IMAGE = "Content-Type: image/png\r\nContent-ID: <more@zeef>\r\n\r\nPNG";

    private static String parts(String... each) {
        return "--b-1\r\n" + String.join("\r\n--b-1\r\n", each) + "\r\n--b-1--\r\n";
    }

    private static Optional<RootPart> read(String type, String content) {
        return RootPart.of(content.getBytes(UTF_8), type);
    }

    private static void isRoot(Optional<RootPart> root) {
        assertThat(root).hasValueSatisfying(part -> {
            assertThat(new String(part.content(), UTF_8)).isEqualTo("<antwoord>é</antwoord>");
            assertThat(part.contentType()).contains("charset=UTF-8");
        });
    }

    @Test
    void readsTheOneThereIs_theFirst_andTheOneThatIsNamed() {
        isRoot(read(TYPE, parts(ROOT)));
        isRoot(read(TYPE, "preamble\r\n" + parts(ROOT) + "epilogue"));
        isRoot(read(TYPE, parts(ROOT, IMAGE)));
        isRoot(read(TYPE + "; start=\"<root@zeef>\"", parts(IMAGE, ROOT)));
    }

    @Test
    void decodesWhatIsPacked() {
        String coded = Base64.getMimeEncoder().encodeToString("<antwoord>é</antwoord>".getBytes(UTF_8));
        isRoot(read(
                TYPE,
                parts("Content-Type: text/xml; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + coded)));
    }

    @Test
    void readsNone_whenTwoMayBeMeant() {
        assertThat(read(TYPE, parts(ROOT, ROOT))).isEmpty();
        assertThat(read(TYPE, parts(ROOT, ROOT.replace("application/xop+xml", "text/xml"))))
                .isEmpty();
        assertThat(read(TYPE + "; start=\"<root@zeef>\"", parts(ROOT, IMAGE.replace("more", "root"))))
                .isEmpty();
        assertThat(read(TYPE + "; start=\"<nobody@zeef>\"", parts(IMAGE))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/related",
                "multipart/related; boundary=\"\"",
                "multipart/related; boundary=",
                "multipart/related; boundary=other",
                "multipart/related; ;;boundary"
            })
    void readsNone_whenNothingTellsThePartsApart(String type) {
        assertThat(read(type, parts(ROOT))).isEmpty();
    }

    @Test
    void readsNone_whenItIsNotWhole() {
        String whole = parts(ROOT);
        assertThat(read(TYPE, whole.substring(0, whole.length() - 6))).isEmpty();
        assertThat(read(TYPE, "")).isEmpty();
        assertThat(read(TYPE, parts(ROOT.replace("8bit", "x-own")))).isEmpty();
    }

    /** A few bytes a part would make very many of them. */
    @Test
    void readsNone_whenThereAreTooMany() {
        String[] all = new String[300_000];
        java.util.Arrays.fill(all, "\r\n");
        all[0] = ROOT;
        assertThat(read(TYPE, parts(all))).isEmpty();
        assertThat(RootPart.of(parts(ROOT).getBytes(ISO_8859_1), TYPE.replace("b-1", "b".repeat(71))))
                .isEmpty();
    }
}
