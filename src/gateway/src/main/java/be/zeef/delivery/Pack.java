package be.zeef.delivery;

import be.zeef.grant.Grants;
import be.zeef.grant.HeldGrants;
import be.zeef.grant.Improvements;
import be.zeef.ledger.event.DeliveryPacked;
import be.zeef.objection.Objections;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.Packer;
import be.zeef.plan.SyncPlan;
import be.zeef.run.Run;
import be.zeef.run.SyncState;
import be.zeef.storage.Duplicates;
import be.zeef.subject.PopulationColumn;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Packs the grants that are in no delivery yet, of whatever period, what was refused before and better values that waited
 * among them: one delivery per period, under its own year. Each is one transaction, and stored signed and encrypted before anything is sent; a run that
 * died between two of them finds the periods that are left.
 */
public final class Pack {

    /** More than there are agreements that deliver to one recipient. */
    private static final int MOST_ATTEMPTS = 20;

    private final Packer packer;

    public Pack(Packer packer) {
        this.packer = packer;
    }

    /** The run as it stands when all its deliveries are packed. */
    public Run run(Run run) throws IOException {
        run.progress().step("packing the delivery", -1);
        String benefit = run.plan().benefit();
        List<Integer> periods = run.jdbi().inTransaction(handle -> {
            Grants.retryRefused(handle, benefit);
            Improvements.takeUp(handle, benefit);
            Objections objections = Objections.of(handle, run.people());
            run.findings().held(HeldGrants.count(handle, benefit, objections), benefit);
            return withOwn(run, handle, Grants.openPeriods(handle, benefit, objections));
        });
        for (int period : periods) {
            pack(run, period);
        }
        return run.advanced(SyncState.PACKED);
    }

    /** Where the agreement wants it there is a delivery of the run's own period also when nobody is new, once a run. */
    private static List<Integer> withOwn(Run run, Handle handle, List<Integer> open) {
        boolean wanted = run.plan().delivered().padding().whenNobody()
                && !open.contains(run.year())
                && Deliveries.ofSync(handle, run.row().id()).isEmpty();
        return wanted
                ? Stream.concat(open.stream(), Stream.of(run.year())).sorted().toList()
                : open;
    }

    /** Another period that cannot be packed is told, as it must not hold back the run's own. */
    private void pack(Run run, int period) throws IOException {
        try {
            packUnderANameOfItsOwn(run, period);
        } catch (InvalidMessageException e) {
            if (period == run.year()) {
                throw e;
            }
            run.findings().tellAll(e.report());
        }
    }

    /**
     * A delivery's number counts over all agreements of its recipient. Of two that pack for it at once the second waits, finds its number
     * taken once the first is stored, and packs anew under the next: nothing of the attempt stands.
     */
    private void packUnderANameOfItsOwn(Run run, int period) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                run.jdbi().<IOException>useTransaction(handle -> pack(run, handle, head(run, handle, period)));
                return;
            } catch (JdbiException e) {
                if (attempt == MOST_ATTEMPTS || !Duplicates.caused(e)) {
                    throw e;
                }
            }
        }
    }

    private DeliveryHead head(Run run, Handle handle, int period) {
        DeliveryHead head = new DeliveryHead(
                packer.series(),
                run.plan().agreement(),
                period,
                Deliveries.nextSequence(handle, packer.series(), period),
                run.row().on(),
                run.plan().delivered().sender(),
                run.plan().delivered().format());
        return run.plan().delivered().padding().isPowerOfTwo() ? head.inPaddedFiles() : head;
    }

    /** Marks the lines before it reads them: a grant that somebody commits in between is in no delivery, and not lost. */
    private void pack(Run run, Handle handle, DeliveryHead head) throws IOException {
        Deliveries.insert(handle, head, run.plan().benefit(), run.row().id());
        long taken = Grants.take(handle, head, run.plan().benefit(), Objections.of(handle, run.people()));
        SyncPlan.Delivered how = run.plan().delivered();
        List<String> columns = Grants.haveColumns(handle, head.name())
                ? how.columns().stream().map(PopulationColumn::name).toList()
                : List.of();
        Packer.Packed packed = packer.pack(
                head.with(columns),
                line -> Grants.eachOf(handle, head.name(), how, run.people().vault(), line),
                file -> Deliveries.create(handle, head.name(), file));
        if (packed.lines() != taken) {
            throw new IllegalStateException("a delivery does not hold the lines it was made of");
        }
        Deliveries.packed(handle, head.name(), packed.lines(), packed.files());
        run.record(
                handle,
                new DeliveryPacked.OfGrants(
                        run.row().version(), packed.delivery(), packed.lines(), packed.linesPerValue()));
        if (head.year() != run.year()) {
            run.findings()
                    .tell(Finding.information(
                            "sync.of-another-period", Location.WHOLE, Long.toString(taken), head.name()));
        }
    }
}
