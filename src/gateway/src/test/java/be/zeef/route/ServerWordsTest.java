package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.util.List;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerWordsTest {

    private static final List<String> OURS = List.of("GRANTS.2026.p7m");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    522 SSL connection failed; session reuse required | SSL connection failed; session reuse required
                    425 Unable to build data connection: Operation not permitted | Unable to build data connection: Operation not permitted
                    552 Requested file action aborted (quota exceeded). | Requested file action aborted (quota exceeded).
                    553 Could not create file. | Could not create file.
                    421 Can't use TLSv1.2 here; SSL/TLS 2 needed | Can't use TLSv1.2 here; SSL/TLS 2 needed
                    550 GRANTS.2026.p7m.part: Permission denied | … Permission denied
                    550 /To_Vip/gssvl-1.xml: No such file | … No such file
                    550 Jan Peeters.csv: Permission denied | … Permission denied
                    550 report: No such file or directory | … No such file or directory
                    550 Can't open "Jan Peeters": denied | … denied
                    553 Could not create <Peeters> in 'my files' for 62691699717 | Could not create … in … for …
                    550 Virus found in payroll.xlsx and report_2.csv | Virus found in … and …
                    """)
    void tellsWhatWasSaid_withoutWhatMayBeAName(String reply, String told) {
        assertThat(ServerWords.text(reply, OURS)).isEqualTo(told);
    }

    @Test
    void tellsOneLine_andNothingThatATerminalObeys() {
        assertThat(ServerWords.text("550-Not now.\r\n550-Come\u001b[31mback\r\n550 later \u202eon", OURS))
                .isEqualTo("Not now. … later …");
        assertThat(ServerWords.text("552 " + "full ".repeat(500), OURS)).hasSizeLessThan(170);
        assertThat(ServerWords.in(new GenericFileOperationFailedException(421, null), OURS))
                .contains("421");
    }

    @Test
    void tellsARefusalOnly_andTheServersOwn() {
        assertThat(ServerWords.in(new IOException(new GenericFileOperationFailedException(552, "552 Full\r\n")), OURS))
                .contains("552 Full");
        assertThat(ServerWords.in(new GenericFileOperationFailedException(226, "226 Taken"), OURS))
                .as("what ended well was not refused")
                .isEmpty();
        assertThat(ServerWords.in(new IOException(new SftpException(3, "Permission denied")), OURS))
                .contains("3 Permission denied");
        assertThat(ServerWords.in(new SftpException(4, "java.io: gone", new IOException()), OURS))
                .as("the client's own words")
                .isEmpty();
    }
}
