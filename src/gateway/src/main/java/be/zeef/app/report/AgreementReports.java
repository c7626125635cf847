package be.zeef.app.report;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Benefit;
import be.zeef.app.AgreementAdmission;
import be.zeef.app.AskedFacts;
import be.zeef.app.LedgerSeals;
import be.zeef.app.PinnedOfficers;
import be.zeef.app.Proofs;
import be.zeef.ledger.EvidenceBundle.UnsealedException;
import be.zeef.ledger.Recorded;
import be.zeef.ledger.Sealer;
import be.zeef.ledger.seal.Checkpoint;
import be.zeef.proof.AskedItem;
import be.zeef.proof.Capacity;
import be.zeef.proof.SignedProofs;
import be.zeef.protocol.Protocol;
import be.zeef.report.AgreementReport;
import be.zeef.report.Figures;
import be.zeef.report.LedgerFigures;
import be.zeef.report.Period;
import be.zeef.report.ProvedBits;
import be.zeef.security.Keys;
import be.zeef.security.reading.Yaml;
import be.zeef.settings.Settings;
import be.zeef.standing.Standings;
import be.zeef.standing.State;
import be.zeef.storage.Storage;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts together what is told of an agreement: what the sealed ledger counts, how the agreement stands, what is proved of it. */
public final class AgreementReports {

    private final Settings settings;
    private final Keys keys;
    private final Agreements agreements;
    private final Clock clock;

    public AgreementReports(Settings settings, Keys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.agreements = new Agreements(settings.home().resolve("mappings"));
        this.clock = clock;
    }

    /**
     * Seals what is not sealed yet, and tells what stands under the newest checkpoint.
     *
     * @param id of the agreement, all its benefits with it
     * @param cut which periods are told, chosen when the months are known that something happened in
     * @throws InvalidMessageException when there is no such agreement, or the ledger is not what was sealed
     */
    public AgreementReport of(String id, Cut cut, Locale locale) throws IOException {
        Agreement agreement = agreements.load(id);
        try (Storage storage = Storage.open(settings.database(), clock)) {
            Sealer.Outcome sealed =
                    LedgerSeals.sealer(settings, keys, storage.jdbi(), clock).seal();
            if (sealed.newest().isEmpty() && !sealed.report().acceptable()) {
                throw new InvalidMessageException(sealed.report());
            }
            SortedMap<String, Figures> figures = figures(agreement, storage, sealed.newest());
            var file = Yaml.tree(agreements.file(agreement.id()));
            Protocol protocol = new Protocol(agreement, file, AskedFacts.categories(agreement), locale);
            return new AgreementReport(
                    agreement,
                    file,
                    cut.of(figures.values()),
                    clock.instant(),
                    sealed.newest(),
                    Optional.ofNullable(
                            storage.jdbi().inTransaction(Recorded::goneUpTo).get(agreement.id())),
                    figures,
                    standing(agreement, storage),
                    fields(agreement),
                    disclosed(agreement),
                    protocol.retention(),
                    protocol.sections());
        }
    }

    /** Chooses the periods of a report. */
    @FunctionalInterface
    public interface Cut {
        List<Period> of(Iterable<Figures> figures);
    }

    private static SortedMap<String, Figures> figures(Agreement agreement, Storage storage, Optional<Checkpoint> head) {
        List<String> benefits = agreement.benefits().stream().map(Benefit::id).toList();
        if (head.isEmpty()) {
            SortedMap<String, Figures> none = new TreeMap<>();
            benefits.forEach(benefit -> none.put(benefit, Figures.NONE));
            return none;
        }
        try {
            return LedgerFigures.of(storage.jdbi(), head.get(), benefits);
        } catch (UnsealedException e) {
            throw InvalidMessageException.of("ledger", Finding.fatal("ledger.unsealed", Location.WHOLE));
        }
    }

    private AgreementReport.Standing standing(Agreement agreement, Storage storage) {
        AgreementAdmission admission = new AgreementAdmission(settings, () -> keys, clock);
        Set<String> approvals = admission.approvals().counting(agreement);
        var halt = new Standings(PinnedOfficers.of(settings, admission.people()))
                .halt(storage.jdbi(), agreement.id(), agreement.version());
        return new AgreementReport.Standing(
                State.of(approvals.size(), agreement.validity(), Today.by(clock), halt), approvals, halt);
    }

    private List<AgreementReport.Read> fields(Agreement agreement) {
        List<AgreementReport.Read> read = new ArrayList<>();
        List<AskedItem> asked = Proofs.asked(agreement);
        for (Capacity capacity : Proofs.capacities(agreement, settings.home().resolve("mappings"))) {
            List<String> facts = asked.stream()
                    .filter(item -> item.source().equals(capacity.answer())
                            && !item.item().isEmpty())
                    .filter(item ->
                            !isOfAService(item, agreement) || !item.item().contains(" "))
                    .map(AskedItem::item)
                    .distinct()
                    .toList();
            read.add(new AgreementReport.Read(
                    capacity.answer(),
                    capacity.fields().size() + capacity.withoutLimit().size(),
                    facts));
        }
        return read;
    }

    /** Of a service an item with a space in it is what is asked by, and not what is read. */
    private static boolean isOfAService(AskedItem item, Agreement agreement) {
        return agreement.services().stream()
                .anyMatch(service -> service.service().equals(item.source()));
    }

    /** Of the proof that is kept here, where it is signed and of this version. */
    private AgreementReport.Disclosed disclosed(Agreement agreement) throws IOException {
        SignedProofs kept = Proofs.kept(settings, keys, clock);
        Report report = kept.report(agreement);
        Path certificate = kept.file(agreement.id());
        return report.acceptable() && Files.exists(certificate)
                ? ProvedBits.of(Files.readAllBytes(certificate))
                : AgreementReport.Disclosed.UNPROVED;
    }
}
