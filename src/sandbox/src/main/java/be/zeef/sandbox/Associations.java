package be.zeef.sandbox;

import be.zeef.sandbox.groeipakket.Numbers;
import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The register of associations of Heusden-Zolder, made on first use; the account of the last one was closed. */
final class Associations {

    private Associations() {}

    static void make(Path file) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.writeString(
                    file,
                    "key;name;iban\n"
                            + "chiro-bolderberg;Chiro Bolderberg (test);" + Numbers.account(9_640_000_001L) + "\n"
                            + "kfc-zolder;Voetbalclub Zolder (test);" + Numbers.account(9_640_000_002L) + "\n"
                            + "zwemclub;Zwemclub De Kikkers (test);" + Numbers.account(9_640_000_003L) + "\n"
                            + "turnkring;Turnkring Viversel (test);" + Numbers.account(9_640_000_099L) + "\n");
        }
    }
}
