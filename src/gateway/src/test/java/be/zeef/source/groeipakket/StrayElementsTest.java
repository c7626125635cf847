package be.zeef.source.groeipakket;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.allowance.AllowanceLanguage;
import be.zeef.subject.DayRule;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.validation.InvalidMessageException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema finds only at the end of an element has been read by then: the file is refused, and the run goes on. */
class StrayElementsTest {

    private static final Path MAPPINGS = Path.of("mappings");

    @ParameterizedTest
    @ValueSource(strings = {"<zeef/>", "<totals/>", "<allowances/>", "<grant/>", "<child/>", "<beneficiary/>"})
    void shouldBeRefused_withinAnElementThatMustBeEmpty(String stray) throws Exception {
        String sample = Files.readString(MAPPINGS.resolve("sources/groeipakket/samples/sample.xml"));
        byte[] file = sample.replaceFirst("(<child [^>]*)/>", "$1>" + stray + "</child>")
                .getBytes(StandardCharsets.UTF_8);
        AllowanceLanguage language = GroeipakketLanguage.plain(MAPPINGS, new DayRule(Realm.SANDBOX, Today.wallClock()));

        assertThatThrownBy(() -> language.open("sample.xml", new ByteArrayInputStream(file)))
                .isInstanceOf(InvalidMessageException.class);
    }
}
