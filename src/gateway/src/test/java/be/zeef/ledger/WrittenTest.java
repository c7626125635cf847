package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.event.GrantedByHand;
import be.zeef.ledger.event.GrantsClosed;
import be.zeef.ledger.event.Note;
import be.zeef.ledger.event.QuestionRefused;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.validation.Finding;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write into the ledger names nobody by a number, and who tries is told what to do. */
class WrittenTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "78661200190, counter.name-number",
        "7a8b6c6d1e2f0g0h1i9j0, counter.name-number",
        "demo/clerk, counter.name-shape",
        "' ', counter.name-shape"
    })
    void saysWhatIsWrongWithAName(String name, String code) {
        Finding fault = Written.faultOfName(name, "--clerk").orElseThrow();
        assertThat(fault.code()).isEqualTo(code);
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl")}) {
            assertThat(fault.text(language))
                    .isNotEmpty()
                    .doesNotContain(name.strip().isEmpty() ? "\0" : name);
        }
    }

    @Test
    void saysWhatIsWrongWithAReason() {
        assertThat(Written.faultOfReason("attest ziekenfonds 12/03/2026", "--reason"))
                .isEmpty();
        assertThat(Written.faultOfReason("attest voor 78 66 12 en dan 001, 90", "--reason"))
                .map(Finding::code)
                .contains("counter.reason-number");
        assertThat(Written.faultOfReason("", "--reason")).map(Finding::code).contains("counter.reason-shape");
        assertThat(Written.faultOfReason("x".repeat(201), "--reason"))
                .map(Finding::code)
                .contains("counter.reason-shape");
        assertThat(Written.faultOfName("jan.peeters", "--clerk")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithBoth() {
        Finding fault = Written.faultOfBoth("an-786612", "nr 00190", "--reason").orElseThrow();
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl")}) {
            assertThat(fault.text(language)).hasSizeGreaterThan(20).doesNotContain("786612", "00190");
        }
        assertThat(Written.faultOfBoth("an-786612", "attest ziekenfonds", "--reason"))
                .isEmpty();
    }

    @Test
    void theLedgerKeepsNoNumberThatSomebodyForgotToLookFor() {
        try (Storage storage = Storage.open(
                new Settings.Database("jdbc:h2:file:" + folder.resolve("db"), "zeef", "secret"), Clock.systemUTC())) {
            Ledger ledger = new Ledger(storage.jdbi(), Clock.systemUTC());
            for (Note note : List.of(
                    closed("7866x12001x90", "a paper"),
                    closed("demo-counter/786612-00190", "a paper"),
                    closed("7866l2OO19O", "a paper"),
                    closed("an-786612", "nr 00190"),
                    closed("an", "786612/00190"),
                    new QuestionRefused("desk78661200190", "an", "day"))) {
                assertThatThrownBy(() -> ledger.append("a", 0, note))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageNotContaining("7866");
            }
            LocalDate day = LocalDate.of(2026, 7, 16);
            ledger.append(
                    "a",
                    0,
                    new GrantedByHand(
                            "v", "1".repeat(64), "balie-20260101/clerk-12345", "a paper", day, day, "GRANTED"));
            int entries = storage.jdbi().withHandle(handle -> handle.createQuery("select count(*) from ledger_entry")
                    .mapTo(Integer.class)
                    .one());
            assertThat(entries).isEqualTo(1);
        }
    }

    private static Note closed(String clerk, String reason) {
        return new GrantsClosed(LocalDate.of(2025, 12, 31), 1, clerk, reason);
    }
}
