package be.zeef.demo;

import be.zeef.cli.PaymentSync;
import be.zeef.payment.run.PaymentDesk;
import be.zeef.payment.run.PaymentOffice;
import be.zeef.payment.run.PaymentReport;
import be.zeef.run.SyncReport;
import be.zeef.security.PersonKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Pays a month for {@code zeef demo}: the run, the release by two people, and the run that reads the bank's answers. */
public final class DemoPayments {

    private DemoPayments() {}

    static SyncReport pay(PaymentOffice office, LocalDate on, Path sandbox) throws IOException {
        PaymentReport composed = office.run().run(on);
        PaymentDesk desk = office.desk();
        for (PaymentDesk.File file : desk.list()) {
            for (String person : List.of("an", "bert")) {
                byte[] statement = desk.statement(file.name()).bytes();
                desk.release(
                        file.name(), key(sandbox.resolve("releasers"), person).sign(statement));
            }
        }
        PaymentReport settled = office.run().run(on);
        return PaymentSync.row(settled.after(composed));
    }

    /** The key of one of the sandbox' people. */
    public static PersonKey key(Path folder, String person) throws IOException {
        char[] password =
                Files.readString(folder.resolve(person + ".password")).strip().toCharArray();
        return PersonKey.inFile(folder.resolve(person + ".p12"), password, Optional.empty());
    }
}
