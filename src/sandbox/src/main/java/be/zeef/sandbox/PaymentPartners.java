package be.zeef.sandbox;

import be.zeef.sandbox.bank.Bank;
import be.zeef.sandbox.groeipakket.Births;
import be.zeef.sandbox.groeipakket.Groeipakket;
import be.zeef.sandbox.sftp.SftpServer;
import be.zeef.security.Keys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Who tells of births and who pays for them: VUTG's and the bank's SFTP servers, and the people who release payments. */
final class PaymentPartners {

    /** The months that VUTG has sent files of. */
    private static final YearMonth FIRST_MONTH = YearMonth.of(2026, 6);

    private static final YearMonth LAST_MONTH = YearMonth.of(2026, 9);

    private final Groeipakket groeipakket;
    private final Bank bank;
    private final SftpServer groeipakketServer;
    private final SftpServer bankServer;

    PaymentPartners(SandboxHoldings ground, Servers servers) throws IOException, GeneralSecurityException {
        SandboxPeople.releasers(ground.folder("releasers"), ground.keys());
        PublicKey client = ground.gateway().identity(Keys.SFTP).getCertificate().getPublicKey();
        Path allowances = ground.folder("groeipakket");
        groeipakket = new Groeipakket(
                allowances, ground.keys().entry("groeipakket"), ground.keys().entry("magda-server"), (X509Certificate)
                        ground.gateway().identity(Keys.RECEIVING).getCertificate());
        groeipakket.publish(new Births(ground.wanted().seed(), FIRST_MONTH), FIRST_MONTH, LAST_MONTH);
        groeipakketServer = servers.opened(SftpServer.start(
                ground.wanted().groeipakketPort(),
                allowances.resolve("sftp"),
                List.of("out"),
                ground.keys().pair("groeipakket-host"),
                client,
                () -> false));
        bank = servers.opened(new Bank(ground.folder("bank")));
        bankServer = servers.opened(SftpServer.start(
                ground.wanted().bankPort(),
                ground.folder("bank").resolve("sftp"),
                List.of("in", "out"),
                ground.keys().pair("bank-host"),
                client,
                bank::diskFull));
    }

    Groeipakket groeipakket() {
        return groeipakket;
    }

    Bank bank() {
        return bank;
    }

    /** By the port it listens at the alias of each server's key. */
    Map<Integer, String> hosts() {
        return Map.of(groeipakketServer.port(), "groeipakket-host", bankServer.port(), "bank-host");
    }

    /** How their servers are reached, as settings of the partners. */
    Map<String, Object> partners() {
        return Map.of(
                "groeipakket", Map.of("port", groeipakketServer.port()),
                "bank", Map.of("port", bankServer.port()));
    }
}
