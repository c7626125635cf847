package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.release.NamesDesk;
import be.zeef.security.Someone;
import be.zeef.trust.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names and accounts are for somebody who has signed to see them, and is written down. */
class NamesDeskTest extends TownFixture {

    private String file;

    @BeforeEach
    void compose() {
        file = composed();
    }

    private static List<String> shown() {
        return town.jdbi()
                .withHandle(handle -> handle.select("select body from ledger_entry where kind = 'NAMES_SHOWN'")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void writesDownWhoSeesThem() {
        assertThat(town.names(file, Someone.AN))
                .extracting(NamesDesk.Named::iban)
                .containsExactly(Family.iban(1001));
        assertThat(shown()).hasSize(1).first().asString().contains("\"by\":\"an\"");
    }

    @Test
    void showsThemToNobodyElse() {
        assertThatThrownBy(() -> town.names(file, Someone.named("an"))).hasMessageContaining("pinned to no person");
        NamesDesk desk = town.office().namesDesk();
        Statement statement = desk.statement(file);
        assertThatThrownBy(() -> desk.names(file, statement, new byte[] {1})).hasMessageContaining("no signature");
        assertThat(shown()).isEmpty();
    }

    @Test
    void showsThemOnceForASignature() {
        NamesDesk desk = town.office().namesDesk();
        Statement statement = desk.statement(file);
        byte[] signature = Someone.AN.sign(statement.bytes());
        assertThat(desk.names(file, statement, signature)).hasSize(1);
        assertThatThrownBy(() -> desk.names(file, statement, signature)).hasMessageContaining("used before");
        assertThatThrownBy(() -> town.office().namesDesk().names(file, statement, signature))
                .hasMessageContaining("used before");
        Statement other = desk.statement(NamesDesk.OTHER_MEANS);
        assertThatThrownBy(() -> desk.names(file, other, Someone.AN.sign(other.bytes())))
                .hasMessageContaining("something else");
        assertThat(shown()).hasSize(1);
    }
}
