package be.zeef.dossier;

import be.zeef.claim.ClaimsOfPerson;
import be.zeef.grant.GrantsOfPerson;
import be.zeef.inscription.InscriptionsOfPerson;
import be.zeef.ledger.row.RowHistory;
import be.zeef.payment.PaymentsOfPerson;
import be.zeef.payment.intake.AllowancesOfPerson;
import be.zeef.run.file.QuestionFiles;
import be.zeef.subject.Vault;
import be.zeef.sync.Decisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What stands of one person in the tables, and by what the ledger tells when it was done. */
final class Rows {

    /** What has a time of its own, and what nothing says the time of. */
    final List<Happening> timed = new ArrayList<>();

    /** By the entry that says when. */
    final Map<Long, List<Happening>> byEntry = new HashMap<>();

    /** By run. */
    final Map<Long, List<Happening>> byRun = new HashMap<>();

    /** What left with each delivery and each file for the bank, by its name. */
    final Map<String, List<Happening>> byDelivery = new HashMap<>();

    /** By each entry that changed a grant, what is known of a delivery that it went into then. */
    final Map<Long, Happening> grantChanges = new HashMap<>();

    /** The references of the question files that ask about the person. */
    final Set<String> files;

    /** How claims stand now, by agreement and reference. */
    final Map<String, String> claims = new HashMap<>();

    private final Handle handle;

    Rows(Handle handle, Set<String> numbers, Function<String, Vault> vault) {
        this.handle = handle;
        this.files = new HashSet<>(QuestionFiles.about(handle, numbers));
        grants(numbers, vault);
        Decisions.of(handle, numbers).forEach(this::add);
        InscriptionsOfPerson.of(handle, numbers).forEach(this::add);
        AllowancesOfPerson.of(handle, numbers).forEach(this::add);
        PaymentsOfPerson.premiums(handle, numbers).forEach(this::add);
        payments(numbers);
    }

    static String claim(String agreement, String reference) {
        return agreement + "|" + reference;
    }

    /** Euro, with a point. */
    static String euro(long cents) {
        return "%d.%02d EUR".formatted(cents / 100, cents % 100);
    }

    private void grants(Set<String> numbers, Function<String, Vault> vault) {
        List<GrantsOfPerson.Held> held = GrantsOfPerson.held(handle, numbers, vault);
        held.forEach(this::add);
        GrantsOfPerson.waiting(handle, held)
                .forEach(waiting -> written(
                        Happening.of(Kind.GRANT_WAITING, waiting.benefit()).with(Detail.VALUE, waiting.value()),
                        RowHistory.entries(
                                handle, "grant_improvement", waiting.benefit(), waiting.year(), waiting.key())));
        GrantsOfPerson.member(handle, numbers)
                .forEach(member -> written(
                        Happening.of(Kind.HOUSEHOLD, member.benefit())
                                .with(Detail.YEAR, Integer.toString(member.year())),
                        RowHistory.entries(handle, "grants", member.benefit(), member.year(), member.key())));
    }

    private void add(GrantsOfPerson.Held grant) {
        Happening period = Happening.of(Kind.DELIVERY, grant.benefit())
                .with(Detail.FROM, grant.from().toString())
                .with(Detail.UNTIL, grant.until().toString());
        Happening line = period.with(Detail.VALUE, grant.value())
                .with(
                        Detail.ALONG,
                        grant.along().entrySet().stream()
                                .map(each -> each.getKey() + "=" + each.getValue())
                                .collect(Collectors.joining(", ")))
                .with(Detail.RESULT, grant.result().orElse(""));
        grant.delivery().ifPresent(name -> add(byDelivery, name, line));
        SortedSet<Long> entries = RowHistory.entries(handle, "grants", grant.benefit(), grant.year(), grant.key());
        entries.forEach(entry -> grantChanges.put(entry, period));
        written(
                Happening.of(Kind.GRANT, grant.benefit())
                        .with(Detail.VALUE, grant.value())
                        .with(Detail.FROM, grant.from().toString())
                        .with(Detail.UNTIL, grant.until().toString())
                        .with(Detail.STANDING, grant.standing())
                        .with(Detail.RESULT, grant.result().orElse("")),
                entries);
    }

    private void add(Decisions.OfPerson decision) {
        add(
                byRun,
                decision.sync(),
                Happening.of(Kind.DECISION, "")
                        .with(Detail.OUTCOME, decision.outcome().name())
                        .with(Detail.VALUE, decision.value())
                        .with(Detail.CAUSE, decision.cause()));
    }

    private void add(InscriptionsOfPerson.Inscribed inscribed) {
        written(
                Happening.of(Kind.INSCRIPTION, inscribed.agreement())
                        .with(Detail.FROM, inscribed.since().toString())
                        .with(Detail.NEEDED, inscribed.needed().toString()),
                RowHistory.entries(handle, "inscription", inscribed.agreement(), inscribed.subject()));
    }

    private void add(AllowancesOfPerson.Said said) {
        timed.add(Happening.of(Kind.ALLOWANCE, said.agreement())
                .with(Detail.OUTCOME, said.outcome())
                .with(Detail.CAUSE, said.code())
                .at(said.created()));
    }

    private void add(PaymentsOfPerson.Premium premium) {
        written(
                Happening.of(Kind.PREMIUM, premium.agreement()).with(Detail.AMOUNT, euro(premium.cents())),
                RowHistory.entries(handle, "premium", premium.agreement(), premium.child()));
    }

    private void payments(Set<String> numbers) {
        Set<String> known = new TreeSet<>(numbers);
        ClaimsOfPerson.of(handle, numbers).forEach(claim -> {
            known.add(claim.id());
            claims.put(claim(claim.agreement(), claim.reference()), claim.state());
        });
        PaymentsOfPerson.transfers(handle, known).forEach(this::add);
    }

    private void add(PaymentsOfPerson.Transfer transfer) {
        String role = transfer.child() ? "FOR" : "TO";
        transfer.file()
                .ifPresent(file -> add(
                        byDelivery,
                        file,
                        Happening.of(Kind.DELIVERY, transfer.agreement())
                                .with(Detail.RECIPIENT, "bank")
                                .with(Detail.ROLE, role)
                                .with(Detail.AMOUNT, euro(transfer.cents()))));
        written(
                Happening.of(Kind.PAYMENT, transfer.agreement())
                        .with(Detail.ROLE, role)
                        .with(Detail.AMOUNT, euro(transfer.cents()))
                        .with(Detail.STANDING, transfer.state())
                        .with(Detail.RESULT, transfer.reason()),
                RowHistory.entries(handle, "payment", transfer.id()));
    }

    /** At the first of these entries. */
    private void written(Happening happening, SortedSet<Long> entries) {
        if (entries.isEmpty()) {
            timed.add(happening);
        } else {
            add(byEntry, entries.first(), happening);
        }
    }

    private static <K> void add(Map<K, List<Happening>> map, K key, Happening happening) {
        map.computeIfAbsent(key, any -> new ArrayList<>()).add(happening);
    }
}
