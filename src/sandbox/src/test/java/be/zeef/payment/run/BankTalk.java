package be.zeef.payment.run;

import be.zeef.payment.Payments;
import be.zeef.sandbox.groeipakket.Numbers;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A town of two children, of whom one has two beneficiaries, and a bank that says anything about what it was handed. */
final class BankTalk {

    private static final List<Integer> CHILDREN = List.of(1, 2);

    enum Event {
        SAY,
        SAY_TWICE,
        SAY_LATE,
        LATE_COMES,
        RELEASE,
        CORRECT,
        DAYS_PASS,
        CLOSE
    }

    enum Id {
        END_TO_END,
        INSTRUCTION,
        UNKNOWN,
        NOT_PROVIDED,
        NONE
    }

    record Entry(int transfer, Id by, SaidByBank.Level level) {}

    /** @param death when within it the process dies, in statements and deliveries; 0 for not at all */
    record Step(
            Event event,
            int number,
            SaidByBank.Level group,
            SaidByBank.Level batch,
            List<Entry> entries,
            String version,
            int death) {}

    private final Town town;
    private final Map<Integer, Long[]> accounts = new HashMap<>();
    private final List<SaidByBank> said = new ArrayList<>();
    private final List<SaidByBank> late = new ArrayList<>();
    /** How many answers were known when a file was handed over. */
    private final Map<String, Integer> handed = new HashMap<>();

    private final ClosedByPeople closed;
    private PaymentReport last;
    private long account = 50;

    BankTalk(Town town) {
        this.town = town;
        this.closed = new ClosedByPeople(town);
        town.bank().saysOnlyWhatItIsTold();
        accounts.put(1, new Long[] {11L});
        accounts.put(2, new Long[] {21L, 22L});
        town.send(family(1).grant(1), family(2).grant(2));
        last = town.run();
        release();
        last = town.run();
    }

    private Family family(int child) {
        return Family.of(child).paidTo(accounts.get(child));
    }

    void happens(Step step) {
        try {
            town.dieAfter(step.death == 0 ? Integer.MAX_VALUE : step.death);
            does(step);
            last = town.run();
        } catch (Town.Killed e) {
            town.live();
            startsAgain();
        } finally {
            town.live();
        }
    }

    /** What was under way when the process died is done or it is not; which, only what is stored can tell. */
    private void startsAgain() {
        closed.lookAgain();
        last = town.run();
        Set<String> withTheBank = town.desk().list().stream()
                .filter(file -> Set.of("handed", "settled").contains(file.state()))
                .map(PaymentDesk.File::name)
                .collect(Collectors.toSet());
        handed.keySet().retainAll(withTheBank);
        withTheBank.forEach(file -> handed.putIfAbsent(file, said.size()));
    }

    private void does(Step step) {
        switch (step.event) {
            case SAY -> says(answer(step));
            case SAY_TWICE -> {
                says(answer(step));
                says(said.get(said.size() - 1));
            }
            case SAY_LATE -> late.add(answer(step));
            case LATE_COMES -> {
                late.forEach(this::says);
                late.clear();
            }
            case RELEASE -> release();
            case CORRECT -> correct(step.number);
            case DAYS_PASS -> town.setToday(Today.by(town.clock()).plusDays(11));
            case CLOSE -> closed.close(step.number);
        }
    }

    private void says(SaidByBank answer) {
        said.add(answer);
        town.bank().says(answer.written());
    }

    private SaidByBank answer(Step step) {
        List<String> files = handed.keySet().stream().sorted().toList();
        String file = files.get(step.number % files.size());
        List<String> ids = town.jdbi().withHandle(handle -> Payments.ofFile(handle, Town.AGREEMENT, file)).stream()
                .map(Payments.Row::id)
                .sorted()
                .toList();
        List<SaidByBank.Entry> entries = step.entries.stream()
                .map(entry -> new SaidByBank.Entry(id(entry, ids), entry.by == Id.INSTRUCTION, entry.level))
                .toList();
        return new SaidByBank(file, ids, step.group, step.batch, entries, step.version);
    }

    private static String id(Entry entry, List<String> ids) {
        return switch (entry.by) {
            case END_TO_END, INSTRUCTION -> ids.get(entry.transfer % ids.size());
            case UNKNOWN -> "GPUNKNOWN";
            case NOT_PROVIDED -> "NOTPROVIDED";
            case NONE -> "";
        };
    }

    private void release() {
        for (PaymentDesk.File file : town.desk().list()) {
            if (file.state().equals("composed")) {
                handed.put(file.name(), said.size());
                town.release(file.name());
            }
        }
    }

    private void correct(int number) {
        int child = CHILDREN.get(number % 2);
        Long[] now = accounts.get(child).clone();
        now[number % now.length] = ++account;
        accounts.put(child, now);
        town.send(family(child).correction(1));
    }

    /** Shares, each as its transfers in the order they were made. */
    private List<List<Payments.Row>> shares() {
        return CHILDREN.stream()
                .flatMap(child -> town
                        .jdbi()
                        .withHandle(handle -> Payments.ofChild(handle, Town.AGREEMENT, pseudonym(child)))
                        .stream()
                        .collect(Collectors.groupingBy(row -> child * 10 + row.share()))
                        .values()
                        .stream())
                .toList();
    }

    private String pseudonym(int child) {
        return town.secrets().references().person(Insz.of(Numbers.insz(2026, child), Realm.SANDBOX));
    }

    /** Transfers that were with the bank and may have been paid, while a later one of their share was handed over too. */
    List<String> madeAgainOnDoubt() {
        return shares().stream()
                .map(share -> share.stream()
                        .filter(row -> row.file().filter(handed::containsKey).isPresent())
                        .toList())
                .flatMap(share -> Stream.iterate(1, i -> i < share.size(), i -> i + 1)
                        .filter(i -> !isFree(
                                share.get(i - 1).id(),
                                handed.get(share.get(i).file().orElseThrow())))
                        .map(i -> share.get(i - 1).id()))
                .toList();
    }

    /** By what was said before the next was handed over. */
    private boolean isFree(String id, int known) {
        for (SaidByBank answer : said.subList(0, known)) {
            if (answer.ids().contains(id) && answer.surelyRefuses(id)) {
                return true;
            }
            if (answer.ids().contains(id) && (answer.surelyAccepts(id) || answer.takesForADuplicate())) {
                break;
            }
        }
        return closed.freed().contains(id);
    }

    /** The last transfers of their shares that are not paid for good, and that the last run did not tell of. */
    List<String> forgotten() {
        Set<String> told = last.findings().stream()
                .map(Finding::arguments)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(HashSet::new));
        told.add(last.file());
        return shares().stream()
                .map(share -> share.stream()
                        .filter(row -> row.state() != Payments.State.REMOVED)
                        .toList())
                .filter(share -> !share.isEmpty())
                .map(share -> share.get(share.size() - 1))
                .filter(row -> !closed.ended().contains(row.id()) && !isPaid(row.id()))
                .filter(row -> !told.contains(row.id())
                        && row.file().filter(told::contains).isEmpty())
                .map(row -> row.id() + " " + row.state())
                .toList();
    }

    private boolean isPaid(String id) {
        List<SaidByBank> about =
                said.stream().filter(answer -> answer.ids().contains(id)).toList();
        return about.stream().anyMatch(answer -> answer.mayAccept(id))
                && about.stream().noneMatch(answer -> answer.refusesByName(id));
    }
}
