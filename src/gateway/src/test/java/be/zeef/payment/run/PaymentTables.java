package be.zeef.payment.run;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Every table that payments are kept in. */
final class PaymentTables {

    private PaymentTables() {}

    static void empty(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            List.of(
                            "allowance_line",
                            "allowance_file",
                            "allowance",
                            "payment",
                            "premium",
                            "payment_file",
                            "payment_release",
                            "payment_case",
                            "payment_closing",
                            "ledger_entry")
                    .forEach(table -> handle.execute("delete from " + table));
            handle.execute("update ledger_head set id = 0, hash = ?", "0".repeat(64));
        });
    }
}
