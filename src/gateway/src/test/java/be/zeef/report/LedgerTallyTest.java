package be.zeef.report;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.Recorded;
import be.zeef.ledger.event.EntryKind;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The figures of a ledger that was made by hand, each held against what somebody counts who reads it. */
class LedgerTallyTest {

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);

    private final LedgerTally tally = new LedgerTally();
    private long next;

    private long entry(String at, EntryKind kind, long sync, String body) {
        try {
            next++;
            tally.see(new Recorded(
                    next,
                    at,
                    kind.name(),
                    "a",
                    sync,
                    new ObjectMapper().readTree(body.replace('\'', '"').replace("LAST", Long.toString(next - 1)))));
            return next;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private long july(EntryKind kind, String body) {
        return entry("2026-07-16T08:00:00.000Z", kind, 1, body);
    }

    private Steps told(Group group, String key, YearMonth month) {
        return tally.told().of(new Figure(group, key), new Period(Per.MONTH, month, month));
    }

    private static Steps steps(long from, long to) {
        return new Steps(from, to);
    }

    @Test
    void aRunThatIsAbandonedCountsOnce_howeverManySign_andWhatNothingLeftOfWasTakenByNobody() {
        july(EntryKind.RUN_ABANDONED, "{'abandoning':1,'by':'an'}");
        july(EntryKind.RUN_ABANDONED, "{'abandoning':2,'by':'bert'}");
        july(EntryKind.RUN_ABANDONED, "{'clerk':'an/bert','state':'PACKED','withdrawn':['d']}");
        july(EntryKind.SYNC_ENDED, "{'state':'ABANDONED'}");
        july(EntryKind.RECEIPT_READ, "{'kind':'withdrawn','delivery':'d','lines':30}");

        assertThat(told(Group.ACTS, "runsAbandoned", JULY)).isEqualTo(steps(1, 1));
        assertThat(told(Group.ACTS, "runsEnded", JULY)).isEqualTo(steps(1, 1));
        assertThat(told(Group.RECEIVED, "accepted", JULY)).isEqualTo(steps(0, 0));
    }

    @Test
    void aRunIsCountedFromItsPopulationToTheLastReceipt() {
        july(EntryKind.SYNC_STARTED, "{'persons':4193,'refusedLines':5}");
        july(EntryKind.QUESTION_INTENT, "{'kind':'REGISTER','referte':'r1','persons':4191}");
        july(EntryKind.QUESTION_INTENT, "{'kind':'LIST','referte':'r2','persons':4180}");
        july(EntryKind.QUESTION_OUTCOME, "{'referte':'r2','code':'NOT_SENT'}");
        july(EntryKind.QUESTION_OUTCOME, "{'referte':'r2','code':'SENT'}");
        july(EntryKind.ANSWER_READ, "{'referte':'r2','persons':4180,'known':4179,'codes':[]}");
        july(EntryKind.CALL_INTENT, "{'service':'ocmw','measures':['BB'],'on':'2026-07-01'}");
        july(EntryKind.CALL_OUTCOME, "{'intent':LAST,'code':'OK','asked':3590,'persons':17}");
        july(EntryKind.DECIDED, "{'eligible':268,'granted':274,'notEligible':1695,'undetermined':11}");
        july(EntryKind.DELIVERY_PACKED, "{'delivery':'d','lines':274}");
        july(EntryKind.DELIVERY_INTENT, "{'delivery':'d','lines':274}");
        july(EntryKind.DELIVERY_OUTCOME, "{'intent':LAST,'code':'NOT_SENT'}");
        july(EntryKind.DELIVERY_INTENT, "{'delivery':'d','lines':274}");
        july(EntryKind.DELIVERY_OUTCOME, "{'intent':LAST,'code':'SENT'}");
        july(EntryKind.RECEIPT_READ, "{'kind':'technical','delivery':'d','code':'OK','lines':274}");
        july(EntryKind.RECEIPT_READ, "{'kind':'functional','delivery':'d','lines':200,'refused':7}");
        // Belgium has August when UTC has July
        entry(
                "2026-07-31T22:00:00.000Z",
                EntryKind.RECEIPT_READ,
                1,
                "{'kind':'functional','delivery':'d','lines':74,'refused':13}");
        july(EntryKind.SYNC_ENDED, "{'state':'DONE'}");

        assertThat(told(Group.ASKED, "population", JULY)).isEqualTo(steps(4190, 4194));
        assertThat(told(Group.ASKED, "inscribed", JULY)).isEqualTo(steps(4190, 4194));
        assertThat(told(Group.ASKED, "list", JULY)).isEqualTo(steps(4180, 4184));
        assertThat(told(Group.ANSWERED, "list", JULY)).isEqualTo(steps(4175, 4179));
        assertThat(told(Group.ASKED, "measures", JULY)).isEqualTo(steps(3590, 3594));
        assertThat(told(Group.DECIDED, "eligible", JULY)).isEqualTo(steps(265, 269));
        assertThat(told(Group.DELIVERED, "granted", JULY)).isEqualTo(steps(270, 274));
        assertThat(told(Group.DECIDED, "notEligible", JULY)).isEqualTo(steps(1695, 1699));
        assertThat(tally.runs().get(1L)).isEqualTo(new LedgerTally.Decided(JULY, 11));
        assertThat(told(Group.DELIVERED, "lines", JULY)).isEqualTo(steps(270, 274));
        assertThat(told(Group.DELIVERED, "handedOver", JULY)).isEqualTo(steps(270, 274));
        assertThat(told(Group.RECEIVED, "accepted", JULY)).isEqualTo(steps(190, 194));
        assertThat(told(Group.RECEIVED, "refused", JULY)).isEqualTo(steps(5, 9));
        assertThat(told(Group.RECEIVED, "accepted", AUGUST)).isEqualTo(steps(65, 69));
        assertThat(told(Group.RECEIVED, "refused", AUGUST)).isEqualTo(steps(5, 9));
        assertThat(told(Group.FAILED, "refusedLines", JULY)).isEqualTo(steps(5, 9));
        assertThat(told(Group.FAILED, "questionFile", JULY)).isEqualTo(steps(1, 1));
        assertThat(told(Group.FAILED, "delivery", JULY)).isEqualTo(steps(1, 1));
        assertThat(told(Group.ACTS, "runs", JULY)).isEqualTo(steps(1, 1));
    }

    @Test
    void aCounterAndItsCallsAreCountedByAnswerAndByService() {
        for (int i = 0; i < 6; i++) {
            july(EntryKind.CALL_INTENT, "{'service':'GeefPersoon-02.02','referte':'r','subject':'p'}");
            july(EntryKind.CALL_OUTCOME, "{'intent':LAST,'code':'%s'}".formatted(i == 0 ? "45008" : "OK"));
            july(EntryKind.ASKED, "{'subject':'p','clerk':'c'}");
            july(EntryKind.ANSWERED, "{'asked':LAST,'answer':'%s'}".formatted(i == 0 ? "not-decidable" : "no"));
        }

        assertThat(told(Group.ASKED, "call:GeefPersoon-02.02", JULY)).isEqualTo(steps(5, 9));
        assertThat(told(Group.ANSWERED, "call:GeefPersoon-02.02", JULY)).isEqualTo(steps(5, 9));
        assertThat(told(Group.FAILED, "call:GeefPersoon-02.02 45008", JULY)).isEqualTo(steps(1, 4));
        assertThat(told(Group.COUNTER, "no", JULY)).isEqualTo(steps(5, 9));
        assertThat(told(Group.COUNTER, "not-decidable", JULY)).isEqualTo(steps(1, 4));
        assertThat(tally.told().whole(Group.COUNTER, List.of(new Period(Per.MONTH, JULY, JULY))))
                .isEqualTo(steps(6, 13));
    }

    @Test
    void aMonthOfPaymentsIsCountedToTheBanksLastWord() {
        july(EntryKind.ANSWER_READ, "{'source':'groeipakket','rows':14,'granted':11}");
        july(EntryKind.DELIVERY_PACKED, "{'delivery':'f','payments':11,'cents':1}");
        july(EntryKind.DELIVERY_INTENT, "{'delivery':'f','payments':11,'cents':1,'releases':[]}");
        july(EntryKind.DELIVERY_OUTCOME, "{'intent':LAST,'code':'SENT'}");
        july(EntryKind.RECEIPT_READ, "{'delivery':'f','accepted':5,'rejected':0,'open':6}");
        july(EntryKind.RECEIPT_READ, "{'delivery':'f','accepted':10,'rejected':1,'open':0}");

        assertThat(told(Group.ANSWERED, "allowances", JULY)).isEqualTo(steps(10, 14));
        assertThat(told(Group.DELIVERED, "paymentsHandedOver", JULY)).isEqualTo(steps(10, 14));
        assertThat(told(Group.RECEIVED, "paid", JULY)).isEqualTo(steps(10, 14));
        assertThat(told(Group.RECEIVED, "rejected", JULY)).isEqualTo(steps(1, 4));
    }
}
