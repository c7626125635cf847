package be.zeef.report;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.AskedFacts;
import be.zeef.protocol.Protocol;
import be.zeef.security.reading.Yaml;
import be.zeef.standing.Halt;
import be.zeef.standing.State;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A report of an agreement that ships, its figures made up. */
final class Reports {

    static final String HOSTILE = "</style><script src='https://x.example/a.js'>\"&\\ \n\u202e";

    static final YearMonth FIRST = YearMonth.of(2025, 10);

    private Reports() {}

    static AgreementReport of(String id, Locale locale) throws IOException {
        Agreements agreements = new Agreements(Path.of("mappings"));
        Agreement agreement = agreements.load(id);
        ObjectNode file = (ObjectNode) Yaml.tree(agreements.file(id));
        file.put("title", "Élèves, crèches & ïdeeën");
        ((ObjectNode) file.at("/purpose")).put("primary", HOSTILE);
        Tally tally = new Tally();
        tally.add(FIRST, Group.BY_HAND, "granted", 2);
        for (int month = 0; month < 9; month++) {
            tally.add(FIRST.plusMonths(month), Group.DECIDED, "eligible", 274);
            tally.add(FIRST.plusMonths(month), Group.DECIDED, "notEligible", 1695);
            tally.add(FIRST.plusMonths(month), Group.UNDETERMINED, "missing", 3);
            tally.add(FIRST.plusMonths(month), Group.FAILED, "call:=cmd()|x", 7);
            tally.add(FIRST.plusMonths(month), Group.REMOVED, "=cmd()|x", 7);
        }
        Protocol protocol = new Protocol(agreement, file, AskedFacts.categories(agreement), locale);
        return new AgreementReport(
                agreement,
                file,
                Per.QUARTER.between(FIRST, FIRST.plusMonths(8)),
                Instant.parse("2026-11-28T23:30:00Z"),
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 2, 28)),
                new TreeMap<>(Map.of(id, tally.told())),
                new AgreementReport.Standing(
                        State.SUSPENDED,
                        Set.of("sender"),
                        Optional.of(new Halt(id, Halt.Why.SUSPENDED, "els", HOSTILE))),
                List.of(new AgreementReport.Read("ksz-list", 44, List.of("statuut BIM_BVT"))),
                new AgreementReport.Disclosed(Map.of(id, 3.17), Map.of("ksz-list", 210.0)),
                protocol.retention(),
                protocol.sections());
    }
}
