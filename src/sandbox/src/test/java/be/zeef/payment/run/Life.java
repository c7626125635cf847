package be.zeef.payment.run;

import be.zeef.allowance.AllowanceRow;
import be.zeef.payment.OpenCase;
import be.zeef.payment.Payments;
import be.zeef.payment.intake.ToldAllowances;
import be.zeef.sandbox.groeipakket.Numbers;
import be.zeef.security.Someone;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What happens in a town, and what VUTG said last of each allowance, kept beside and without the code under test. */
final class Life {

    static final long PREMIUM = 10000;

    /** What may happen, and how often beside the others. */
    enum Event {
        GRANT(6),
        CORRECT(4),
        MOVE_AWAY(1),
        CANCEL(3),
        FAULT(1),
        TWIN(2),
        /** What was said until now goes into a file that comes after the next ones. */
        SEND_LATE(3),
        LATE_ONES_COME(2),
        /** What was said until now is sent, and a run takes it in. */
        RUN(8),
        RELEASE(6),
        CLOSE_ACCOUNT(2),
        REFUSE_FILE(1),
        BANK_SLEEPS(2),
        BANK_WAKES(2);

        private final int often;

        Event(int often) {
            this.often = often;
        }

        int often() {
            return often;
        }
    }

    private record Said(Family family, boolean valid) {}

    private final Town town;
    private final Map<String, Said> last = new HashMap<>();
    private final Map<Integer, List<Long>> accounts = new HashMap<>();
    private final Map<Integer, Set<String>> allowances = new HashMap<>();
    private final List<AllowanceRow> rows = new ArrayList<>();
    private final List<Runnable> late = new ArrayList<>();
    private int order;

    Life(Town town) {
        this.town = town;
    }

    void happens(Event event, int child, int number) {
        String allowance = event == Event.TWIN ? "TWIN-" + child : "GB-" + child;
        switch (event) {
            case GRANT, TWIN -> grant(child, allowance, number);
            case CORRECT -> correct(child, number);
            case MOVE_AWAY -> say(child, family(child, allowance, number).livingAt("44021", "9000"), true, false);
            case CANCEL -> cancel(child, allowance);
            case FAULT -> fault(child, allowance);
            case SEND_LATE -> send(true);
            case LATE_ONES_COME -> lateOnesCome();
            case RUN -> {
                send(false);
                town.run();
            }
            case RELEASE -> release();
            case CLOSE_ACCOUNT -> known(child).forEach(account -> town.bank().close(Family.iban(account)));
            case REFUSE_FILE -> town.bank().refuseNextFile();
            case BANK_SLEEPS -> town.bank().fallAsleep();
            case BANK_WAKES -> town.bank().wakeUp();
        }
    }

    private void grant(int child, String allowance, int number) {
        Said before = last.get(allowance);
        boolean repeats = before != null && before.valid;
        say(child, repeats ? before.family : family(child, allowance, number), false, true);
    }

    private void correct(int child, int number) {
        String allowance = "GB-" + child;
        if (last.containsKey(allowance)) {
            say(child, family(child, allowance, number), true, true);
        }
    }

    /** With one or two accounts that nobody had before, or none. */
    private Family family(int child, String allowance, int number) {
        Long[] now = number == 0
                ? new Long[] {0L}
                : number == 1 ? new Long[] {fresh(child), fresh(child)} : new Long[] {fresh(child)};
        return Family.of(child).under(allowance).paidTo(now);
    }

    private long fresh(int child) {
        List<Long> known = accounts.computeIfAbsent(child, none -> new ArrayList<>());
        long account = child * 100_000L + known.size() + 1;
        known.add(account);
        return account;
    }

    private List<Long> known(int child) {
        return accounts.getOrDefault(child, List.of());
    }

    private void say(int child, Family family, boolean correction, boolean valid) {
        allowances.computeIfAbsent(child, none -> new HashSet<>()).add(family.allowance());
        last.put(family.allowance(), new Said(family, valid));
        int row = rows.size() + 1;
        rows.add(correction ? family.correction(row) : family.grant(row));
    }

    private void cancel(int child, String allowance) {
        last.put(allowance, new Said(Family.of(child).under(allowance), false));
        rows.add(Family.of(child).under(allowance).cancellation(rows.size() + 1));
    }

    private void fault(int child, String allowance) {
        last.put(allowance, new Said(Family.of(child).under(allowance), false));
        rows.add(Family.of(child).under(allowance).faulty(rows.size() + 1, true));
    }

    /** A late file is made now and comes after the next ones. */
    private void send(boolean isLate) {
        if (rows.isEmpty()) {
            return;
        }
        AllowanceRow[] now = rows.toArray(AllowanceRow[]::new);
        rows.clear();
        int made = ++order;
        Runnable sending = () -> town.send(YearMonth.of(2026, 6), made, now);
        if (isLate) {
            late.add(sending);
        } else {
            sending.run();
        }
    }

    private void lateOnesCome() {
        late.forEach(Runnable::run);
        late.clear();
    }

    private void release() {
        for (PaymentDesk.File file : town.desk().list()) {
            if (file.state().equals("composed")) {
                town.release(file.name(), Someone.AN);
            }
            if (List.of("composed", "released once", "released").contains(file.state())) {
                town.release(file.name(), Someone.BERT);
            }
        }
    }

    /** Everything said has come, and was run, released and answered until nothing moves any more. */
    void becomesQuiet() {
        town.bank().wakeUp();
        send(false);
        lateOnesCome();
        for (int i = 0; i < 4; i++) {
            town.run();
            release();
        }
        town.run();
    }

    Set<Integer> children() {
        return allowances.keySet();
    }

    /** What went to any account of the child's parents, or is to be paid to them by other means. */
    long paid(int child) {
        long byBank = known(child).stream()
                .mapToLong(account -> town.bank().paidTo(Family.iban(account)))
                .sum();
        long byOtherMeans = payments(child).stream()
                .filter(payment -> payment.state() == Payments.State.OTHER_MEANS)
                .mapToLong(Payments.Row::cents)
                .sum();
        return byBank + byOtherMeans;
    }

    private List<Payments.Row> payments(int child) {
        return town.jdbi().withHandle(handle -> Payments.ofChild(handle, Town.AGREEMENT, pseudonym(child)));
    }

    private String pseudonym(int child) {
        return town.secrets().references().person(Insz.of(Numbers.insz(2026, child), Realm.SANDBOX));
    }

    boolean isEntitled(int child) {
        return allowances.get(child).stream().map(last::get).anyMatch(Said::valid);
    }

    /** As undetermined, or as refused by the bank and waiting for another account. */
    boolean isTold(int child) {
        Set<String> told = town.jdbi().withHandle(handle -> ToldAllowances.of(handle, Town.AGREEMENT, town.clock()));
        return allowances.get(child).stream()
                .map(town.secrets().references()::allowance)
                .anyMatch(told::contains);
    }

    /** Transfers that are neither paid, refused nor removed though all is quiet, and that no run tells of. */
    long unsettled() {
        Set<String> told = town.jdbi().withHandle(handle -> OpenCase.all(handle, Town.AGREEMENT, town.clock())).stream()
                .map(each -> each.payment().id())
                .collect(Collectors.toSet());
        return children().stream()
                .flatMap(child -> payments(child).stream())
                .filter(payment -> payment.state() == Payments.State.OPEN || payment.state() == Payments.State.IN_FILE)
                .filter(payment -> !told.contains(payment.id()))
                .count();
    }
}
