package be.zeef.source.groeipakket;

import be.zeef.allowance.AllowanceHead;
import java.time.Instant;
import java.time.YearMonth;

/** The head as it is written; its shape was checked. */
record RawHead(String file, String month, String created, String municipality) {

    AllowanceHead with(long lines, String digest) {
        return new AllowanceHead(file, YearMonth.parse(month), Instant.parse(created), municipality, lines, digest);
    }
}
