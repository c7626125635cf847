package be.zeef.payment.run;

import be.zeef.allowance.AllowanceFile;
import be.zeef.allowance.AllowanceHead;
import be.zeef.allowance.AllowanceRow;
import be.zeef.payment.intake.AllowanceIntake;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** VUTG in memory: it lays down files of allowances, and they are taken from it. */
final class VutgPost {

    private final Map<String, AllowanceFile> files = new HashMap<>();
    private final Post post;
    private int made;

    /** @param moment called at whatever is done here */
    VutgPost(Runnable moment) {
        post = new Post(moment, (name, content) -> {});
    }

    AllowanceIntake.Vutg intake() {
        return new AllowanceIntake.Vutg((name, in) -> files.get(name), post);
    }

    /** A file of June with these rows, later than all before it. */
    void send(AllowanceRow... rows) {
        send(YearMonth.of(2026, 6), ++made, rows);
    }

    /** @param order which file was made first; the name gives the order in which they are seen */
    void send(YearMonth month, int order, AllowanceRow... rows) {
        String id = "F" + order;
        AllowanceHead head = new AllowanceHead(
                id, month, Instant.parse("2026-06-30T00:00:00Z").plusSeconds(order), "37021", rows.length, id);
        String name = String.format("%04d-%s.xml.p7m", files.size(), id);
        files.put(name, new AllowanceFile() {
            @Override
            public AllowanceHead head() {
                return head;
            }

            @Override
            public void each(Consumer<AllowanceRow> each) {
                List.of(rows).forEach(each);
            }
        });
        post.lay(name, name.getBytes(StandardCharsets.UTF_8));
    }

    void empty() {
        files.clear();
        made = 0;
        post.empty();
    }
}
