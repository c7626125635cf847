package be.zeef.payment.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.PaymentFiles;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.release.Forgery;
import be.zeef.payment.release.ShownRelease;
import be.zeef.security.Sha256;
import be.zeef.security.Someone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two people release a file, each with a key of their own, and nobody else does by any other way. */
class FourEyesTest extends TownFixture {

    private List<String> ledger(String kind) {
        return town.jdbi().withHandle(handle -> handle.select("select body from ledger_entry where kind = ?", kind)
                .mapTo(String.class)
                .list());
    }

    @Test
    void handsOverNothing_untilASecondPersonReleases() {
        String file = composed();
        assertThat(town.release(file, Someone.AN).first()).isTrue();
        refuses("Another person", file, Someone.AN);
        assertThat(town.bank().files()).isEmpty();

        PaymentDesk.Released second = town.release(file, Someone.BERT);
        assertThat(second.handedOver()).isTrue();
        assertThat(town.bank().files()).hasSize(1);
        assertThat(town.desk().signed(file).releases())
                .extracting(ShownRelease::person)
                .containsExactly("an", "bert");
        assertThat(town.desk().signed(file).releases()).allMatch(ShownRelease::holds);
        assertThat(ledger("RELEASED"))
                .hasSize(2)
                .allMatch(body -> body.contains(second.file().digest()));
        refuses("handed over already", file, Someone.CARLA);
    }

    @Test
    void saysToWhoSigns_whatTheBankGets() {
        town.send(Family.of(1).grant(1), Family.of(2).grant(2));
        String file = town.run().file();
        PaymentDesk.File shown = town.desk().show(file);
        assertThat(town.desk().statement(file).text())
                .startsWith("zeef 1: release of a payment file\n")
                .contains(
                        "agreement: wingene-geboortepremie\n",
                        "file: " + file + "\n",
                        "payments: 2\n",
                        "cents: 20000\n",
                        "execution: " + shown.execution() + "\n",
                        "sha-256: " + shown.digest() + "\n",
                        "composed by: nobody\n");
        town.release(file);
        byte[] given = town.bank().files().get(0).getBytes(StandardCharsets.UTF_8);
        assertThat(Sha256.hex(given)).isEqualTo(shown.digest());
    }

    @Test
    void takesNobodyForThePersonThatTheirUserIsNamedAfter() {
        String file = composed();
        String user = System.getProperty("user.name");
        try {
            System.setProperty("user.name", "an");
            town.release(file, Someone.AN);
            System.setProperty("user.name", "bert");
            refuses("Another person", file, Someone.AN);
            refuses("pinned to no person", file, Someone.named("bert"));
            System.setProperty("user.name", "an");
            assertThat(town.release(file, Someone.BERT).handedOver())
                    .as("two people at one account are two people")
                    .isTrue();
        } finally {
            System.setProperty("user.name", user);
        }
    }

    @Test
    void countsAKeyOnce_underWhateverNamesItIsPinned() {
        Someone twin = Someone.AN.alsoAs("dirk");
        town.pin(Someone.AN, twin, Someone.BERT);
        String file = composed();
        refuses("pinned to somebody else too", file, Someone.AN);
        refuses("pinned to somebody else too", file, twin);
        assertThat(town.desk().show(file).state()).isEqualTo("composed");
    }

    @Test
    void countsAPersonOnce_whateverKeysTheyHave() {
        Someone card = Someone.named("an");
        town.pin(Someone.AN, card, Someone.BERT);
        String file = composed();
        town.release(file, Someone.AN);
        refuses("Another person", file, card);
        assertThat(town.release(file, Someone.BERT).handedOver()).isTrue();
    }

    @Test
    void admitsNobodyWhoIsNotPinned() {
        refuses("pinned to no person", composed(), Someone.named("an"));
    }

    @Test
    void takesNoSignatureThatWasMadeForAnotherFile() {
        String first = composed();
        byte[] signature = Someone.AN.sign(town.desk().statement(first).bytes());
        town.send(Family.of(1).cancellation(1), Family.of(2).grant(2));
        String second = town.run().file();
        assertThat(second).isNotEqualTo(first);
        refusesSignature(second, signature);
    }

    private void refusesSignature(String file, byte[] signature) {
        assertThatThrownBy(() -> town.desk().release(file, signature))
                .isInstanceOf(PaymentRefusedException.class)
                .hasMessageContaining("no signature over what " + file + " is now");
        assertThat(town.desk().show(file).state()).isEqualTo("composed");
    }

    @Test
    void takesNoSignatureThatWasMadeForAnotherActOrAgreement() {
        String file = composed();
        PaymentFiles.Row row = town.jdbi()
                .withHandle(handle -> PaymentFiles.find(handle, Town.AGREEMENT, file))
                .orElseThrow();
        refusesSignature(
                file,
                Someone.AN.sign(Forgery.composition(Town.AGREEMENT, row, "an").bytes()));
        refusesSignature(
                file, Someone.AN.sign(town.office().namesDesk().statement(file).bytes()));
        refusesSignature(
                file, Someone.AN.sign(Forgery.release("another-agreement", row).bytes()));
        refusesSignature(file, Someone.AN.sign(row.digest().getBytes(StandardCharsets.US_ASCII)));
        refusesSignature(file, new byte[0]);
    }

    @Test
    void voidsTheFirstRelease_whenTheFileIsChangedAfterIt() {
        String file = composed();
        town.release(file, Someone.AN);
        change(file, Family.iban(1001), Family.iban(66));

        refuses("counts no more", file, Someone.BERT);
        assertThat(town.desk().show(file).state()).isEqualTo("composed");
        assertThat(town.desk().signed(file).releases()).isEmpty();
        assertThat(town.release(file, Someone.BERT).first()).isTrue();
        assertThat(town.bank().files()).isEmpty();
    }

    /** As somebody could who has the database and the vault's key. */
    private void change(String file, String from, String to) {
        town.jdbi().useTransaction(handle -> {
            PaymentFiles.Row row =
                    PaymentFiles.find(handle, Town.AGREEMENT, file).orElseThrow();
            String content = new String(town.secrets().sealing().open(file, row.vault()), StandardCharsets.UTF_8);
            byte[] other = content.replace(from, to).getBytes(StandardCharsets.UTF_8);
            handle.execute(
                    "update payment_file set vault = ?, digest = ? where name = ?",
                    town.secrets().sealing().seal(file, other),
                    Sha256.hex(other),
                    file);
        });
    }
}
