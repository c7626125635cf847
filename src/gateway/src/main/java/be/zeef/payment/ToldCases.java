package be.zeef.payment;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Tells everything that is open at the bank, run after run, with how long it waits: transfers of one file of which the same is open together. */
public final class ToldCases {

    private final long bound;
    private final Function<String, Location> row;

    /**
     * @param bound days that the bank's last word, or a correction, is waited for before a person must decide
     * @param row where the row stands that a child's premium follows from
     */
    public ToldCases(long bound, Function<String, Location> row) {
        this.bound = bound;
        this.row = row;
    }

    private record Same(String file, Optional<BankCases.Kind> kind, boolean handed, String said, long days) {}

    /** @return whether any of it waits for a correction or a person */
    public boolean tell(List<OpenCase> cases, PaymentTally tally) {
        Map<Same, Integer> together = new LinkedHashMap<>();
        for (OpenCase each : cases) {
            if (each.kind().filter(kind -> kind == BankCases.Kind.ACCOUNT).isPresent()) {
                tally.tell(refused(each));
            } else {
                String file = each.payment().file().orElse("");
                Same same = new Same(file, each.kind(), each.handed(), each.said(), each.days());
                together.merge(same, 1, Integer::sum);
            }
        }
        together.forEach((same, count) -> tally.tell(finding(same, count)));
        return cases.stream().anyMatch(each -> each.kind().isPresent() || each.isForAPerson(bound));
    }

    private Finding refused(OpenCase refused) {
        String code = refused.isForAPerson(bound) ? "payment.refused-long" : "payment.refused";
        Payments.Row payment = refused.payment();
        return Finding.warning(
                code, row.apply(payment.child()), payment.id(), refused.said(), Long.toString(refused.days()));
    }

    /** What the bank has not got is not waited for from it. */
    private String waiting(Same same) {
        if (!same.handed()) {
            return "payment.waits-unsent";
        }
        return same.days() >= bound ? "payment.waits-long" : "payment.waits";
    }

    private Finding finding(Same same, int count) {
        String days = Long.toString(same.days());
        String code = same.kind()
                .map(kind -> "payment.case-" + kind.name().toLowerCase(Locale.ROOT))
                .orElseGet(() -> waiting(same));
        String[] arguments = {same.file(), Integer.toString(count), same.said(), days};
        return code.equals("payment.waits")
                ? Finding.information(code, Location.WHOLE, arguments)
                : Finding.warning(code, Location.WHOLE, arguments);
    }
}
