package be.zeef.payment.run;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Every table that payments are kept in, and what the ledger says of them. */
final class PaymentTables {

    private PaymentTables() {}

    static void empty(Jdbi jdbi) {
        jdbi.useTransaction(handle -> List.of(
                        "allowance_line",
                        "allowance_file",
                        "allowance",
                        "payment",
                        "premium",
                        "payment_file",
                        "payment_release",
                        "payment_case",
                        "payment_closing")
                .forEach(table -> handle.execute("delete from " + table)));
        jdbi.useTransaction(handle -> {
            handle.execute("delete from ledger_entry");
            handle.execute("delete from vouched_row");
            handle.execute("update ledger_head set id = 0, hash = ?", "0".repeat(64));
        });
    }
}
