package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has no end, in a line or as a whole, is no extract: it is told as a finding, before it fills the memory or keeps a run waiting. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndlessExtractTest {

    private static final PopulationReader.Scope ALL = new PopulationReader.Scope(true, java.util.Optional.empty());

    /** More than the memory that the tests have would hold. */
    private static final long GIGABYTES = 4L << 30;

    @TempDir
    Path folder;

    private static Finding refusal(Extract extract) {
        return catchThrowableOfType(
                        InvalidMessageException.class,
                        () -> new PopulationReader(extract, Realm.SANDBOX, 0, ALL).read())
                .report()
                .findings()
                .get(0);
    }

    /** What was given, and then one sign for ever. */
    private static final class Endless extends InputStream {

        private final byte[] begin;
        private final char sign;
        private long at;

        Endless(String begin, char sign) {
            this.begin = begin.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            this.sign = sign;
        }

        @Override
        public int read() throws IOException {
            if (at == GIGABYTES) {
                throw new IOException("it was read on and on");
            }
            return at < begin.length ? begin[(int) at++] : after();
        }

        private int after() {
            at++;
            return sign;
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'7', ';', '"', '\0'})
    void aLineWithoutAnEnd_isToldByItsNumber(char sign) {
        Finding told = refusal(
                new Extract(() -> new Endless(SpreadsheetExtract.HEADER + "\r\n77610190047;\r\n", sign), "city.csv"));

        assertThat(told.code()).isEqualTo("population.line-long");
        assertThat(told.location().line()).isEqualTo(3);
    }

    @Test
    void aHeaderWithoutAnEnd_isToldToo() {
        Finding told = refusal(new Extract(() -> new Endless("", 'i'), "city.csv"));

        assertThat(told.code()).isEqualTo("population.line-long");
        assertThat(told.location().line()).isEqualTo(1);
    }

    @Test
    void theLongestLine_isReadAsALine() {
        String line = "7".repeat(LineEnds.LONGEST);
        Finding told = refusal(new Extract(
                () -> new java.io.ByteArrayInputStream(
                        (SpreadsheetExtract.HEADER + "\r" + line + "\r\r\n" + line + "\n")
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                "city.csv"));

        assertThat(told.code()).isEqualTo("population.fields");
    }

    /** Nobody writes into it, so whoever opens it waits. */
    @Test
    void aPipe_isNoExtract() throws Exception {
        Path pipe = folder.resolve("city.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(refusal(new Extract(pipe)).code()).isEqualTo("population.unreadable");
        assertThat(Files.exists(pipe)).isTrue();
    }
}
